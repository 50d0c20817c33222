import { problem, type Problem } from '../../kernel';
import { readPrefecture, type MunicipalityClaim } from '../municipality';
import { readNumber, textOf } from '../marks';
import type { AnswerColumn, AnswerTable } from './answerTable';
import { nameInHeading } from './nameInHeading';
import { splitPrefecture } from './splitPrefecture';

/** Whose answers a column holds, as far as the workbook says so. */
export interface MunicipalityClue {
  readonly claim: MunicipalityClaim;
  readonly insured: number | null;
  readonly sheet: string;
  readonly cell?: string;
  readonly problems: readonly Problem[];
}

/**
 * Gathers name, prefecture, code and insured persons for one column: from its header, the title block, a name in a heading,
 * the sheet name or the file name, in this order. `namedColumns` = how many columns of the table bear a name; code and
 * insured persons of the title block belong to the only one.
 */
export const claimOf = (
  table: AnswerTable,
  { municipality, headerCell }: AnswerColumn,
  namedColumns: number,
  fileName: string | undefined,
): MunicipalityClue => {
  const { title, sheet } = table;
  const titled = title.municipality === undefined ? undefined : splitPrefecture(textOf(title.municipality.value));
  const headings = [...title.texts, sheet.name, ...(fileName === undefined ? [] : [fileName])];
  const written = municipality ?? titled ?? nameInHeading(headings);
  const prefecture = written?.prefecture ?? titlePrefecture(table);
  const alone = namedColumns <= 1;
  const code = alone ? title.code?.value : undefined;
  const insured = alone ? readInsured(table) : { value: null, problems: [] };
  const cell = municipality === undefined ? title.municipality?.cell : headerCell;
  return {
    claim: { name: written?.name, prefecture, ...(code === undefined ? {} : { code }) },
    insured: insured.value,
    sheet: sheet.name,
    ...(cell === undefined ? {} : { cell }),
    problems: insured.problems,
  };
};

/** In full where it can be read, else as written: the register says that it does not know it. */
const titlePrefecture = ({ title }: AnswerTable): string | undefined => {
  if (title.prefecture === undefined) return undefined;
  const written = textOf(title.prefecture.value);
  return readPrefecture(written) ?? written;
};

const readInsured = ({
  title,
  sheet,
}: AnswerTable): { readonly value: number | null; readonly problems: readonly Problem[] } => {
  if (title.insured === undefined) return { value: null, problems: [] };
  const reading = readNumber(title.insured.value);
  if (reading.kind === 'number' && countsPersons(reading)) return { value: reading.value, problems: [] };
  const place = { sheet: sheet.name, cell: title.insured.cell, found: textOf(title.insured.value) };
  return { value: null, problems: [problem('insured-unreadable', place)] };
};

const countsPersons = ({ value, unit }: { readonly value: number; readonly unit?: string }): boolean =>
  Number.isInteger(value) && value > 0 && (unit === undefined || unit === '人');
