/** Runs as in a browser that cannot unpack by itself. */
export const withoutStreams = async <T>(run: () => Promise<T>): Promise<T> => {
  const { DecompressionStream: kept } = globalThis;
  Reflect.deleteProperty(globalThis, 'DecompressionStream');
  try {
    return await run();
  } finally {
    globalThis.DecompressionStream = kept;
  }
};
