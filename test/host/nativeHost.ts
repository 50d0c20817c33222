import { ExcelHost } from './excelHost';
import { currentExcel } from './currentExcel';
import { reaches } from './excelProfiles';
import { customFunctionDesk, type CustomFunctionDesk } from './customFunctionDesk';
import { loadLibrary, type LibraryGlobals, type NativeBridge } from './loadLibrary';
import { HostWorkbook } from './model/hostWorkbook';

/** The real library over our host, in node: a fresh pair per call, in tens of milliseconds. */
export interface NativeHost extends LibraryGlobals {
  readonly host: ExcelHost;
  readonly workbook: HostWorkbook;
  readonly functions: CustomFunctionDesk;
  isSetSupported(set: string, version?: string | number): boolean;
}

/** Starts seam (b), the native bridge (rules/excel.md#native-seam). */
export const startNativeHost = (workbook = new HostWorkbook(), excel = currentExcel()): NativeHost => {
  const desk = customFunctionDesk(workbook);
  const services = new Map([['Microsoft.ExcelServices.CustomFunctions', desk.service]]);
  const host = new ExcelHost(workbook, services, excel);
  const isSetSupported = (set: string, version?: string | number): boolean => reaches(excel.requirements, set, version);
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
