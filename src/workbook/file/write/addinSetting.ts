import { ok, type Result } from '../../../problems';
import { FileFault } from '../fault';
import { openPackage, type Package } from '../package/package';
import { xmlTags } from '../xml/tags';

/**
 * The texts that add-ins keep in a workbook, by key (Office's settings, [MS-OWEXML] 2.1.8 property: the value is JSON). Refused
 * when the file cannot be read.
 */
export const readAddinSettings = (bytes: Uint8Array, fileName: string): Result<ReadonlyMap<string, string>> => {
  try {
    return ok(addinSettings(openPackage(bytes)));
  } catch (cause) {
    if (cause instanceof FileFault) return cause.refusal(fileName);
    throw cause;
  }
};

/** The parts in which add-ins keep their settings. */
export const settingsParts = (book: Package): readonly string[] =>
  [...book.entries.keys()].filter((name) => /^xl\/webextensions\/webextension\d*\.xml$/i.test(name));

/** All texts that add-ins keep, by key; of two with one key, the first. */
export const addinSettings = (book: Package): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const { name, attributes } of settingsParts(book).flatMap((part) => xmlTags(book.text(part) ?? ''))) {
    const [key, text] = [attributes.get('name'), textIn(attributes.get('value'))];
    if (name === 'property' && key !== undefined && text !== undefined && !texts.has(key)) texts.set(key, text);
  }
  return texts;
};

const textIn = (json: string | undefined): string | undefined => {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};
