import { addressIn } from './turned';
import { fiscalYearsIn, type FiscalYear } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { cellAt, type Rectangle, type SheetContent } from '../../workbook';
import { isSumLabel } from '../labels';
import { textOf } from '../marks';
import type { MunicipalityClaim } from '../municipality/identify';
import { nameInHeading, whoseIs, type NamedMunicipality, type Whose } from '../municipality/namesInText';
import { readPrefecture } from '../municipality/register';
import { takeApart } from '../municipality/writtenName';
import { readNumber } from '../numbers';
import { widest, type Header } from './header';
import { headerWord } from './headerWords';
import type { AnswerColumn, AnswerTable } from './answerTable';

/** A table of all 1,741 fits. */
const mostColumns = 2000;

/**
 * Columns headed 回答 or by a municipality's name; under a merged 回答 or a prefecture the names stand in a lower header row.
 * Where there is neither, a column 得点 is taken for the answers, in points.
 */
export const answerColumns = (sheet: SheetContent, header: Header): readonly AnswerColumn[] => {
  const taken = new Set(header.columns.values());
  const width = Math.min(widest(sheet, header.firstRow, header.lastRow), mostColumns);
  const merges = sheet.merges.filter(({ top, bottom }) => top <= header.lastRow && bottom >= header.firstRow);
  const found: AnswerColumn[] = [];
  const earned: AnswerColumn[] = [];
  for (let column = 0; column < width; column += 1) {
    if (taken.has(column)) continue;
    const named = namedColumn(sheet, header, column, merges);
    const plain = named === undefined ? plainColumn(sheet, header, column) : undefined;
    if (named !== undefined) found.push(named);
    else if (plain?.role === 'answer') found.push(plain.column);
    else if (plain?.role === 'earned') earned.push(plain.column);
  }
  return found.length > 0 ? found : earned.slice(0, 1);
};

/** The column 得点 beside the answers; undefined when there is none or several. */
export const earnedColumn = (sheet: SheetContent, header: Header): number | undefined => {
  const found: number[] = [];
  for (let column = 0; column < Math.min(widest(sheet, header.firstRow, header.lastRow), mostColumns); column += 1) {
    if (plainColumn(sheet, header, column)?.role === 'earned') found.push(column);
  }
  return found.length === 1 ? found[0] : undefined;
};

const namedColumn = (
  sheet: SheetContent,
  { firstRow, lastRow }: Header,
  column: number,
  merges: readonly Rectangle[],
): AnswerColumn | undefined => {
  let whose: Whose;
  let headerCell: string | undefined;
  let prefecture: string | undefined;
  let year: FiscalYear | undefined;
  for (let row = firstRow; row <= lastRow; row += 1) {
    const text = mergedText(sheet, row, column, merges);
    if (text === undefined || isSumLabel(text)) continue;
    const here = whoseIs(text);
    if (here !== undefined && headerCell === undefined) [whose, headerCell] = [here, addressIn(sheet, row, column)];
    prefecture ??= readPrefecture(text);
    year ??= yearIn(text);
  }
  if (whose === undefined || headerCell === undefined) return undefined;
  const named = { column, headerCell, ...(year === undefined ? {} : { year }) };
  if (typeof whose === 'string') return { ...named, standIn: whose };
  return { ...named, municipality: prefecture === undefined ? whose : { prefecture, ...whose } };
};

const plainColumn = (
  sheet: SheetContent,
  { firstRow, lastRow }: Header,
  column: number,
): { readonly role: 'answer' | 'earned'; readonly column: AnswerColumn } | undefined => {
  for (let row = lastRow; row >= firstRow; row -= 1) {
    const value = cellAt(sheet.grid, row, column);
    const word = typeof value === 'string' ? headerWord(value) : undefined;
    if (typeof value !== 'string' || word === undefined) continue;
    if (word.role !== 'answer' && word.role !== 'earned') return undefined;
    const year = yearIn(value);
    return {
      role: word.role,
      column: { column, headerCell: addressIn(sheet, row, column), ...(year === undefined ? {} : { year }) },
    };
  }
  return undefined;
};

const yearIn = (text: string): FiscalYear | undefined => {
  const [year, ...others] = fiscalYearsIn(text);
  return others.length === 0 ? year : undefined;
};

/** The text of a cell, or of the merged block it lies in. */
const mergedText = (
  sheet: SheetContent,
  row: number,
  column: number,
  merges: readonly Rectangle[],
): string | undefined => {
  const own = cellAt(sheet.grid, row, column);
  const block =
    own === null || own === ''
      ? merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right)
      : undefined;
  const value = block === undefined ? own : cellAt(sheet.grid, block.top, block.left);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

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
  namesOfFile: readonly string[],
): MunicipalityClue => {
  const { title, sheet } = table;
  const titled = titledMunicipality(table);
  const headings = [...title.texts, sheet.name, ...namesOfFile];
  const written = municipality ?? titled ?? nameInHeading(headings);
  const prefecture = written?.prefecture ?? titlePrefecture(table);
  const alone = namedColumns <= 1;
  const code = alone ? title.code?.value : undefined;
  const insured = alone ? readInsured(table) : { value: null, problems: [] };
  const cell = municipality === undefined ? title.municipality?.cell : headerCell;
  return {
    claim: { name: written?.written, prefecture, ...(code === undefined ? {} : { code }) },
    insured: insured.value,
    sheet: sheet.name,
    ...(cell === undefined ? {} : { cell }),
    problems: insured.problems,
  };
};

/** What the title says, known or not; 本町 and ○○市 there name nobody. */
const titledMunicipality = ({ title }: AnswerTable): NamedMunicipality | undefined => {
  if (title.municipality === undefined) return undefined;
  const text = textOf(title.municipality.value);
  const whose = whoseIs(text);
  return whose === undefined ? takeApart(text) : typeof whose === 'object' ? whose : undefined;
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
