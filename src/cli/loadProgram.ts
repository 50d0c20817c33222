import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

interface Loaded<Exports> {
  readonly exports: Exports;
  /** Keeps what was compiled so far for the next start, where that is up to us. */
  readonly keepCompiled: () => void;
}

/** Node.js from 22.8 on keeps compiled code by itself. */
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: (folder: string) => void };

/**
 * Loads a program of ours. Compiling it takes half as long as scoring a workbook, so what was compiled is kept beside it,
 * under the check sum of the program: V8 itself looks at the length only. Where nothing can be kept, it is compiled again.
 */
export const loadProgram = <Exports>(path: string): Loaded<Exports> => {
  const require = nodeModule.createRequire(path);
  if (enableCompileCache !== undefined) {
    enableCompileCache(dirname(path));
    return { exports: require(path) as Exports, keepCompiled: () => undefined };
  }
  const source = readFileSync(path);
  const cache = `${path}.cache`;
  const known = keptCode(cache, source);
  const script = new Script(nodeModule.wrap(source.toString()), {
    filename: path,
    ...(known === undefined ? {} : { cachedData: known }),
  });
  const module: { exports: unknown } = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run.call(module.exports, module.exports, require, module, path, dirname(path));
  const isKept = known !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports as Exports,
    keepCompiled: () => {
      if (!isKept) keep(cache, source, script.createCachedData());
    },
  };
};

const sumLength = 32;

const sumOf = (source: Uint8Array, code: Uint8Array): Buffer =>
  createHash('sha256').update(source).update(code).digest();

/** What was compiled of just this program; undefined when there is none, or it is damaged. */
const keptCode = (cache: string, source: Uint8Array): Buffer | undefined => {
  try {
    const kept = readFileSync(cache);
    const code = kept.subarray(sumLength);
    return sumOf(source, code).equals(kept.subarray(0, sumLength)) ? code : undefined;
  } catch {
    return undefined;
  }
};

const keep = (cache: string, source: Uint8Array, code: Uint8Array): void => {
  try {
    const unfinished = `${cache}-${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([sumOf(source, code), code]));
    renameSync(unfinished, cache);
  } catch {
    // A folder nobody may write to: the next start takes as long as this one.
  }
};
