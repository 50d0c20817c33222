import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

/** The folder of the unmodified @microsoft/office-js; two folders up also for the tools, which are built into dist/node. */
export const libraryFolder = join(__dirname, '../../node_modules/@microsoft/office-js/dist');

/** What the library sets up, as far as our code and tests use it. */
export interface LibraryGlobals {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  /** As excel-web leaves it, with the requirement sets of this host. */
  readonly Office: typeof Office;
}

/** The library's end of the native bridge. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

let compiled: vm.Script | undefined;

/**
 * Loads excel-web-16.00.js into a fresh context with a bare DOM and the native bridge (rules/excel.md#native-seam). The
 * association of custom functions and `Office.context.requirements`, which office.js would bring, are stood in for.
 */
export const loadLibrary = (
  bridge: NativeBridge,
  isSetSupported: (set: string, version?: string | number) => boolean,
): LibraryGlobals => {
  compiled ??= new vm.Script(readFileSync(join(libraryFolder, 'excel-web-16.00.js'), 'utf8'), {
    filename: 'excel-web-16.00.js',
  });
  const mappings: Record<string, unknown> = {};
  const onchange: (() => void)[] = [];
  const association = { mappings, onchange: (handler: () => void) => onchange.push(handler) };
  const element = (): Record<string, unknown> => ({
    style: {},
    setAttribute: () => undefined,
    appendChild: () => undefined,
  });
  const sandbox: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    // Its retries of a failed clean-up come seconds later; they must not keep a test run alive either.
    setTimeout: (run: () => void, milliseconds = 0) =>
      milliseconds < 1000 ? setTimeout(run, milliseconds) : setTimeout(run, milliseconds).unref(),
    clearTimeout,
    // The library keeps an interval running for ever; it must not keep a test run alive.
    setInterval: (run: () => void, milliseconds: number) => setInterval(run, milliseconds).unref(),
    clearInterval,
    console: { log: () => undefined, warn: () => undefined, error: () => undefined, info: () => undefined },
    document: {
      readyState: 'complete',
      createElement: element,
      getElementsByTagName: () => [element()],
      addEventListener: () => undefined,
      head: element(),
      URL: '',
      location: { href: '' },
    },
    navigator: { userAgent: 'node' },
    location: { href: 'https://localhost/', search: '', hash: '' },
    Office: {
      context: { requirements: { isSetSupported } },
      onReady: () => new Promise(() => undefined),
      HostType: { Excel: 'Excel' },
    },
    CustomFunctions: {
      _association: association,
      associate: (id: string, run: unknown) => {
        mappings[id.toUpperCase()] = run;
        for (const handler of onchange) handler();
      },
    },
  };
  sandbox['window'] = sandbox;
  sandbox['self'] = sandbox;
  vm.createContext(sandbox);
  compiled.runInContext(sandbox);
  // excel-web replaces Office by its own; what office.js would have brought is put back.
  const office = sandbox['Office'];
  if (typeof office === 'object' && office !== null) {
    sandbox['Office'] = Object.create(office, { context: { value: { requirements: { isSetSupported } } } });
  }
  return globalsOf(sandbox);
};

const globalsOf = (sandbox: object): LibraryGlobals => {
  if (!('Excel' in sandbox) || !('OfficeExtension' in sandbox))
    throw new Error('loadLibrary: the library did not start');
  // The one place where the library's objects get their published types.
  return sandbox as unknown as LibraryGlobals;
};
