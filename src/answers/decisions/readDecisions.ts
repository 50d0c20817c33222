import { foldLabel, foldText } from '../../kernel';
import { decisionProblem, type Problem, type Worded } from '../../problems';
import {
  a1,
  cellAt,
  markerName,
  parseA1,
  type CellValue,
  type Grid,
  type SheetContent,
  type WorkbookContent,
} from '../../workbook';
import { readMark } from '../marks';
import { blankWord, inOneLine, type Decision, type Judgement } from './decision';

/** Marks the sheet 判定 as ours. */
export const decisionsMarker = 'decisions';

/** The columns of the sheet 判定; the first four make a sheet one, whatever it is called. */
export const decisionHeadings = ['シート', 'セル', '書かれていた内容', '判定', '指標', '判定した人', '日時'] as const;
const needed = decisionHeadings.slice(0, 4);

/** The decisions of a workbook. */
export interface DecisionsRead {
  readonly decisions: readonly Decision[];
  /** Rows that cannot be read. */
  readonly problems: readonly Problem[];
  /** The sheets they stand on, which hold no answers. */
  readonly sheets: ReadonlySet<string>;
}

const headingRows = 20;
/** Longer texts are not ours to fold again and again. */
const longestLabel = 20;
const mostColumns = 40;
/** Forms have up to 267 answers; a hostile sheet has a million rows. */
const mostRows = 20_000;
const mostDecisions = 5000;
/** Of the words beside a decision. */
const longestWord = 100;

/**
 * Reads the sheet 判定: by the name that marks it, or by its headings where that name was lost or a person made the sheet. Rows
 * without a judgement are not decided yet. Whether a decision holds, the cells it names must say.
 */
export const decisionsIn = ({ sheets, names }: Pick<WorkbookContent, 'sheets' | 'names'>): DecisionsRead => {
  const marker = markerName(decisionsMarker).toLowerCase();
  const marked = new Set(
    names.flatMap(({ name, sheet }) => (sheet !== undefined && name.toLowerCase() === marker ? sheet : [])),
  );
  const own = sheets.filter((sheet) => marked.has(sheet.name) || holdsDecisions(sheet));
  const decisions: Decision[] = [];
  const problems: Problem[] = [];
  for (const sheet of own) readSheet(sheet, decisions, problems);
  return { decisions, problems, sheets: new Set(own.map(({ name }) => name)) };
};

/** True for a sheet that is headed like ours: it is no table of answers, whatever 指標 and 判定 look like. */
export const holdsDecisions = ({ grid }: Pick<SheetContent, 'grid'>): boolean => headingOf(grid) !== undefined;

type Columns = ReadonlyMap<string, number>;

const headingOf = (grid: Grid): { readonly row: number; readonly columns: Columns } | undefined => {
  for (let row = 0; row < Math.min(grid.length, headingRows); row += 1) {
    const cells = (grid[row] ?? []).slice(0, mostColumns);
    const columns = new Map<string, number>();
    for (const [column, value] of cells.entries()) {
      const label = typeof value === 'string' && value.length <= longestLabel ? foldLabel(value) : '';
      if (label !== '' && !columns.has(label)) columns.set(label, column);
    }
    if (needed.every((label) => columns.has(foldLabel(label)))) return { row, columns };
  }
  return undefined;
};

const readSheet = ({ name: sheet, grid }: SheetContent, decisions: Decision[], problems: Problem[]): void => {
  const heading = headingOf(grid);
  if (heading === undefined) {
    problems.push(unreadable({ sheet, found: sheet }, noHeading));
    return;
  }
  const { row: headingRow, columns } = heading;
  for (let row = headingRow + 1; row < Math.min(grid.length, mostRows); row += 1) {
    const read = readRow(sheet, grid, row, columns);
    if (read === undefined) continue;
    if ('problem' in read) problems.push(read.problem);
    else if (decisions.length < mostDecisions) decisions.push(read.decision);
    else {
      problems.push(
        decisionProblem(
          'too-many-decisions',
          { sheet, cell: a1(row, 0), asked: nothingAsked },
          { most: mostDecisions },
        ),
      );
      return;
    }
  }
};

type RowRead = { readonly decision: Decision } | { readonly problem: Problem };

const readRow = (sheet: string, grid: Grid, row: number, columns: Columns): RowRead | undefined => {
  const valueOf = (label: (typeof decisionHeadings)[number]): CellValue => {
    const column = columns.get(foldLabel(label));
    return column === undefined ? null : cellAt(grid, row, column);
  };
  const judged = valueOf('判定');
  if (inOneLine(judged) === '') return undefined;
  const at = a1(row, columns.get('判定') ?? 0);
  const refused = (found: CellValue, detail: Worded): RowRead => ({
    problem: unreadable({ sheet, cell: at, found: inOneLine(found) || blankWord }, detail),
  });
  const judgement = judgementIn(judged);
  if (judgement === undefined) return refused(judged, noJudgement);
  // People also write 回答!H12 into the column セル.
  const [, before = '', address = ''] = /^(?:(.*)!)?([^!]*)$/.exec(inOneLine(valueOf('セル'))) ?? [];
  const named = inOneLine(valueOf('シート')) || before.replace(/^'(.*)'$/, '$1').replaceAll("''", "'");
  if (named === '') return refused(valueOf('シート'), noSheet);
  const place = parseA1(foldText(address).toUpperCase());
  if (place === undefined || place.top !== place.bottom || place.left !== place.right) {
    return refused(valueOf('セル'), noAddress);
  }
  const text = inOneLine(valueOf('書かれていた内容'));
  const word = (label: 'criterion' | 'by' | 'at', value: CellValue): Partial<Decision> => {
    const said = inOneLine(value).slice(0, longestWord);
    return said === '' ? {} : { [label]: said };
  };
  return {
    decision: {
      sheet: named,
      cell: a1(place.top, place.left),
      text: text === blankWord ? '' : text,
      judgement,
      ...word('criterion', valueOf('指標')),
      ...word('by', valueOf('判定した人')),
      ...word('at', valueOf('日時')),
      place: { sheet, cell: at },
    },
  };
};

const judgementIn = (value: CellValue): Judgement | undefined => {
  if (/^(?:この)?読み方でよい$|^(?:確認|了承)(?:済み?)?$|^(?:よい|可)$/.test(foldLabel(inOneLine(value)))) {
    return 'accepted';
  }
  const { kind } = readMark(value);
  return kind === 'met' || kind === 'unmet' ? kind : undefined;
};

const unreadable = (
  place: { readonly sheet: string; readonly cell?: string; readonly found: string },
  detail: Worded,
): Problem => decisionProblem('decision-unreadable', { ...place, asked: nothingAsked }, { detail });

/** What is to be said of decisions is settled on their sheet, never by another decision. */
export const nothingAsked = { by: 'reading', cells: [] } as const;

const noHeading: Worded = {
  ja: `見出し（${needed.join('・')}）がありません`,
  en: `the headings ${needed.join(', ')} are missing`,
};
const noJudgement: Worded = {
  ja: '判定は ○、×、この読み方でよい のどれかです',
  en: 'a decision is ○, × or この読み方でよい',
};
const noSheet: Worded = { ja: 'シートの名前がありません', en: 'the sheet is not named' };
const noAddress: Worded = {
  ja: 'セルは H12 のように1つだけ書いてください',
  en: 'the cell must be one address such as H12',
};
