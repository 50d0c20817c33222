import { foldLabel, foldText, problem, type Problem } from '../../kernel';
import { prefectures, registeredMunicipalities, type MunicipalityClaim } from '../municipality';
import { readNumber } from '../marks';
import type { AnswerColumn, AnswerTable } from './answerTable';

/** Whose answers a column holds, as far as the workbook says so. */
export interface MunicipalityClue {
  /** Same key = same municipality; empty when nothing names it. */
  readonly key: string;
  readonly claim: MunicipalityClaim;
  readonly insured: number | null;
  readonly sheet: string;
  readonly cell?: string;
  readonly problems: readonly Problem[];
}

/**
 * Gathers name, prefecture, code and insured persons for one column: from its header, the title block, a name in a heading,
 * the sheet name or the file name, in this order. `namedColumns` = how many columns of the table bear a name.
 */
export const claimOf = (
  table: AnswerTable,
  column: AnswerColumn,
  namedColumns: number,
  fileName: string | undefined,
): MunicipalityClue => {
  const { title, sheet } = table;
  const alone = namedColumns <= 1;
  const headings = [...title.texts, sheet.name, ...(fileName === undefined ? [] : [fileName])];
  const found = column.named ? undefined : nameIn(headings);
  const titled = title.municipality === undefined ? undefined : String(title.municipality.value);
  const written: { readonly name: string | undefined; readonly prefecture?: string } = column.named
    ? splitHeader(column.header)
    : { name: titled ?? found?.name };
  const prefecture =
    written.prefecture ?? (title.prefecture === undefined ? found?.prefecture : String(title.prefecture.value));
  const code = alone ? title.code?.value : undefined;
  const claim: MunicipalityClaim = { name: written.name, prefecture, ...(code === undefined ? {} : { code }) };
  const insured = alone ? readInsured(table) : { value: null, problems: [] };
  return {
    key: written.name === undefined ? '' : foldLabel(`${prefecture ?? ''}|${written.name}`),
    claim,
    insured: insured.value,
    sheet: sheet.name,
    ...(column.named
      ? { cell: column.headerCell }
      : title.municipality === undefined
        ? {}
        : { cell: title.municipality.cell }),
    problems: insured.problems,
  };
};

/** 府中市（東京都） → name and prefecture. */
const splitHeader = (header: string): { readonly name: string; readonly prefecture?: string } => {
  const match = /^([^(（]+)[(（]([^)）]+)[)）]$/.exec(foldText(header));
  const [, name, aside] = match ?? [];
  return name !== undefined && aside !== undefined && prefectures.some((prefecture) => prefecture.startsWith(aside))
    ? { name: name.trim(), prefecture: aside }
    : { name: header };
};

/** The one registered municipality a heading names; two different ones name nobody. */
const nameIn = (headings: readonly string[]): { readonly name: string; readonly prefecture?: string } | undefined => {
  for (const heading of headings) {
    const text = foldLabel(heading);
    const hits = registeredMunicipalities().filter(({ name }) => text.includes(foldLabel(name)));
    const longest = Math.max(0, ...hits.map(({ name }) => name.length));
    const best = hits.filter(({ name }) => name.length === longest);
    const names = new Set(best.map(({ name }) => name));
    const [name] = names;
    if (names.size !== 1 || name === undefined) continue;
    const prefecture = prefectures.find((candidate) => text.includes(foldLabel(candidate)));
    return { name, ...(prefecture === undefined ? {} : { prefecture }) };
  }
  return undefined;
};

const readInsured = ({
  title,
  sheet,
}: AnswerTable): { readonly value: number | null; readonly problems: readonly Problem[] } => {
  if (title.insured === undefined) return { value: null, problems: [] };
  const reading = readNumber(title.insured.value);
  if (reading.kind === 'number' && Number.isInteger(reading.value) && reading.value > 0) {
    return { value: reading.value, problems: [] };
  }
  return {
    value: null,
    problems: [
      problem('insured-unreadable', {
        sheet: sheet.name,
        cell: title.insured.cell,
        found: String(title.insured.value),
      }),
    ],
  };
};
