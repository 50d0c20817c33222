import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as functions from '../../src/functions/functions';
import { currentExcel } from '../host/currentExcel';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { startNativeHost, type NativeHost } from '../host/nativeHost';
import type { FunctionMetadata } from '../host/shapeArguments';

interface Generator {
  generateCustomFunctionsMetadata(
    files: readonly string[],
    quiet: boolean,
  ): Promise<{ readonly metadataJson: string; readonly errors: readonly string[] }>;
}
/** The very generator the build's plugin uses. */
const generator: Generator = createRequire(require.resolve('custom-functions-metadata-plugin'))(
  'custom-functions-metadata',
);

/** What Excel reads from functions.json, made from the source. */
export const functionMetadata = async (): Promise<readonly FunctionMetadata[]> => {
  const source = join(__dirname, '../../src/functions/functions.ts');
  const { metadataJson, errors } = await generator.generateCustomFunctionsMetadata([source], true);
  expect(errors).toEqual([]);
  const { functions: described }: { functions: readonly FunctionMetadata[] } = JSON.parse(metadataJson);
  return described;
};

/** Our functions in the library's own runtime, over a workbook with the sheet 回答. */
export const startFunctions = (metadata: readonly FunctionMetadata[], excel = currentExcel()): NativeHost => {
  const native = startNativeHost(new HostWorkbook('回答'), excel);
  Object.assign(globalThis, { CustomFunctions: native.CustomFunctions });
  for (const { id } of metadata) {
    const run = Object.entries(functions).find(([name]) => name.toUpperCase() === id)?.[1];
    native.CustomFunctions.associate(id, run as never);
  }
  native.functions.metadata = metadata;
  return native;
};
