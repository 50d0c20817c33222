import { quotedSheetName, type DefinedName } from '../..';
import type { Attribute } from './namespaces';

/**
 * A reference as OpenDocument writes it — `$回答.$A$1:.$B$2`, `.A1`, `$'it''s'.A1:$'it''s'.B2` — as Excel does:
 * `'回答'!$A$1:$B$2`. One it does not know stays as it is.
 */
export const excelReference = (reference: string): string => {
  const parts =
    /^(?:\$?('(?:[^']|'')*'|[^'.:]*)\.)?(\$?[A-Z]*\$?\d*|#REF!)(?::(?:\$?(?:'(?:[^']|'')*'|[^'.:]*)\.)?(\$?[A-Z]*\$?\d*))?$/.exec(
      reference,
    );
  if (parts === null) return reference;
  const [, sheet, first = '', last] = parts;
  const cells = last === undefined ? first : `${first}:${last}`;
  return sheet === undefined || sheet === '' ? cells : `${quotedSheetName(plainName(sheet))}!${cells}`;
};

/** The sheet a reference begins with, without quotes; undefined when it names none. */
export const sheetOf = (reference: string): string | undefined => {
  const sheet = /^\$?('(?:[^']|'')*'|[^'.]+)\./.exec(reference)?.[1];
  return sheet === undefined ? undefined : plainName(sheet);
};

const plainName = (written: string): string =>
  written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;

/** A range or expression that was given a name, as .xlsx keeps it; undefined for the names programs keep for themselves. */
export const definedName = (attribute: Attribute, sheet: string | undefined): DefinedName | undefined => {
  const name = attribute('table:name') ?? '';
  const refersTo = attribute('table:cell-range-address');
  if (name === '' || name.startsWith('_xlnm.')) return undefined;
  return {
    name,
    refersTo: refersTo === undefined ? excelFormula(attribute('table:expression') ?? '') : excelReference(refersTo),
    ...(sheet === undefined ? {} : { sheet }),
  };
};

/** `of:=[$回答.A1]*2` → `'回答'!A1*2`; the words of the formula are the same. */
const excelFormula = (expression: string): string =>
  expression
    .replace(/^[a-zA-Z]{1,10}:(?==|\[|"|\d)/, '')
    .replace(/^=/, '')
    .replace(/\[([^[\]]{1,2000})\]/g, (_, reference: string) => excelReference(reference));
