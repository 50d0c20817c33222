/** What Node.js offers since 20.16; absent in a page, and in older Nodes. */
interface Builtin {
  getBuiltinModule?: ((name: string) => unknown) | undefined;
}

/** A module of Node.js itself where the program runs in it, else undefined; nothing else of a host is asked for. */
export const builtin = (name: string): Readonly<Record<string, unknown>> | undefined => {
  const { process } = globalThis as { process?: Builtin };
  return process?.getBuiltinModule?.(name) as Readonly<Record<string, unknown>> | undefined;
};
