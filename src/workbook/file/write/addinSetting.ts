import { ok, type Result } from '../../../problems';
import { FileFault } from '../fault';
import { openPackage } from '../package/package';
import { xmlTags } from '../xml/tags';

/**
 * A text that an add-in keeps in a workbook under `key` (Office's settings, [MS-OWEXML] 2.1.8 property: the value is JSON);
 * undefined when there is none. Refused when the file cannot be read.
 */
export const readAddinSetting = (bytes: Uint8Array, fileName: string, key: string): Result<string | undefined> => {
  try {
    const book = openPackage(bytes);
    const parts = [...book.entries.keys()].filter((name) => /^xl\/webextensions\/webextension\d*\.xml$/i.test(name));
    const values = parts.flatMap((part) =>
      xmlTags(book.text(part) ?? '').flatMap(({ name, attributes }) =>
        name === 'property' && attributes.get('name') === key ? [attributes.get('value') ?? ''] : [],
      ),
    );
    return ok(textIn(values[0]));
  } catch (cause) {
    if (cause instanceof FileFault) return cause.refusal(fileName);
    throw cause;
  }
};

const textIn = (json: string | undefined): string | undefined => {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};
