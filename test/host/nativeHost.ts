import { ExcelHost } from './excelHost';
import { customFunctionDesk, type CustomFunctionDesk } from './customFunctionDesk';
import { loadLibrary, type LibraryGlobals, type NativeBridge } from './loadLibrary';
import { HostWorkbook } from './model/hostWorkbook';

/** Requirement sets as Excel reports them; absent means "not there". */
export type Requirements = Readonly<Record<string, string>>;

/** Excel 2024 LTSC (rules/excel.md#platforms). */
export const excel2024: Requirements = {
  ExcelApi: '1.17',
  SharedRuntime: '1.2',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.7',
  RichApiRuntime: '1.2',
  ExcelApiUndo: '1.7',
  DelayForCellEdit: '1.1',
};

/** The least our manifest asks for (rules/excel.md#platforms). */
export const excelFloor: Requirements = { ...excel2024, ExcelApi: '1.9', SharedRuntime: '1.1' };

/** The real library over our host, in node: a fresh pair per call, in tens of milliseconds. */
export interface NativeHost extends LibraryGlobals {
  readonly host: ExcelHost;
  readonly workbook: HostWorkbook;
  readonly functions: CustomFunctionDesk;
  isSetSupported(set: string, version?: string | number): boolean;
}

/** Starts seam (b), the native bridge (rules/excel.md#native-seam). */
export const startNativeHost = (workbook = new HostWorkbook(), requirements = excel2024): NativeHost => {
  const desk = customFunctionDesk(workbook);
  const host = new ExcelHost(
    workbook,
    new Map([['Microsoft.ExcelServices.CustomFunctions', desk.service]]),
    (set, version) => reaches(requirements, set, version),
  );
  const isSetSupported = (set: string, version?: string | number): boolean => reaches(requirements, set, version);
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      void reply(host, text)
        // A fault of the host or of a test's own hook: recorded where every test looks.
        .catch((error: unknown) => {
          host.log.unknown.push(String(error));
          return failureText(text, { code: 'HostFault', message: String(error) });
        })
        .then((answer) => bridge.onMessageFromHost?.(answer));
    },
  };
  const library = loadLibrary(bridge, isSetSupported);
  host.send = (entries) => {
    setImmediate(() => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } })));
  };
  desk.connect(host);
  const { Excel, OfficeExtension, CustomFunctions, Office } = library;
  return { Excel, OfficeExtension, CustomFunctions, Office, host, workbook, functions: desk, isSetSupported };
};

/** A request that was refused as a whole. */
const failureText = (text: string, error: { readonly code: string; readonly message: string }): string => {
  const { id }: { id: number } = JSON.parse(text);
  return JSON.stringify({ id, type: 1, message: { statusCode: 500, headers: {}, body: JSON.stringify({ error }) } });
};

const reply = async (host: ExcelHost, text: string): Promise<string> => {
  const { id, flags, message }: { id: number; flags: number; message: { body: unknown } } = JSON.parse(text);
  const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
  const answer = await host.answer(body, flags);
  if ('number' in answer) return failureText(text, { code: answer.code, message: answer.message });
  return JSON.stringify({ id, type: 1, message: { statusCode: 200, headers: {}, body: answer } });
};

/** Compares "1.13" with "1.9" part by part. */
export const reaches = (requirements: Requirements, set: string, version: string | number = '0'): boolean => {
  const has = Object.entries(requirements).find(([name]) => name.toLowerCase() === set.toLowerCase())?.[1];
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = String(version).split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};
