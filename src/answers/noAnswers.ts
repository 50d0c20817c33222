import { fiscalYearLabel, type FiscalYear } from '../kernel';
import { problem, type Problem } from '../problems';
import type { SheetContent } from '../workbook';
import type { AnswerTable } from './tables/answerTable';
import { headerWord, type HeaderRole } from './tables/headerWords';

/** The header of a table stands in the first 40 rows (rules/design.md#layouts). */
const headerRows = 40;
/** So many names of sheets stand in a sentence. */
const mostNamed = 5;

/**
 * E-201: nothing on these sheets is a table of answers. Names what was seen — the header nearest to ours, else the sheets
 * looked at — and the piece that is missing; `tables` are those found that hold no criterion of the year.
 */
export const noAnswers = (
  sheets: readonly SheetContent[],
  year: FiscalYear | '対象',
  tables: readonly AnswerTable[] = [],
): Problem => {
  const [table] = tables;
  if (table !== undefined && table.headerRow >= 0 && saysRows(table)) {
    const { sheet, headerRow } = table;
    const found = `シート「${sheet.name}」の${headerRow + 1}行目から下の${table.lastRow - headerRow}行`;
    const namesBranches = branchRoles.some((role) => table.columns.has(role));
    const expected = namesBranches
      ? `${year === '対象' ? '対象年度' : fiscalYearLabel(year)}の指標や枝番に当たる行`
      : '枝番の列';
    return problem('no-answers', { found, expected }, { year });
  }
  const nearest = sheets.map(nearestHeader).toSorted((one, other) => other.words.size - one.words.size)[0];
  if (nearest === undefined || nearest.words.size === 0) {
    const found = `シート${listed(sheets.map(({ name }) => name))}`;
    return problem('no-answers', { found, expected: '指標・枝番・配点・回答などの見出しの行' }, { year });
  }
  const { sheet, row, words } = nearest;
  const found = `シート「${sheet.name}」の${row + 1}行目の見出し（${[...words.values()].join('・')}）`;
  return problem('no-answers', { found, expected: missing(words) }, { year });
};

const saysRows = ({ columns }: AnswerTable): boolean => rowRoles.some((role) => columns.has(role)) && columns.size > 1;

/** Columns that tell which branch a row is. */
const branchRoles = ['branch', 'sub-branch', 'question', 'id'] as const satisfies readonly HeaderRole[];
const rowRoles = [...branchRoles, 'indicator'] as const;

interface NearestHeader {
  readonly sheet: SheetContent;
  /** 0-based. */
  readonly row: number;
  /** What its texts say, by role, as they stand. */
  readonly words: ReadonlyMap<HeaderRole, string>;
}

const nearestHeader = (sheet: SheetContent): NearestHeader => {
  const rows = sheet.grid.slice(0, headerRows).map((cells) => {
    const words = new Map<HeaderRole, string>();
    for (const cell of cells) {
      const role = typeof cell === 'string' ? headerWord(cell)?.role : undefined;
      if (typeof cell === 'string' && role !== undefined && !words.has(role)) words.set(role, cell.trim());
    }
    return words;
  });
  const most = Math.max(0, ...rows.map((words) => words.size));
  const row = Math.max(
    0,
    rows.findIndex((words) => words.size === most),
  );
  return { sheet, row, words: rows[row] ?? new Map() };
};

const missing = (words: NearestHeader['words']): string => {
  const lacking = [
    ...(branchRoles.some((role) => words.has(role)) ? [] : ['枝番']),
    ...(words.has('indicator') || words.has('number') ? [] : ['指標']),
    ...(words.has('answer') || words.has('earned') ? [] : ['回答か市町村名']),
  ];
  return lacking.length === 0 ? '見出しの下の、枝番ごとの行' : `${lacking.join('・')}の列`;
};

const listed = (names: readonly string[]): string =>
  names.length === 0
    ? 'なし'
    : `${names
        .slice(0, mostNamed)
        .map((name) => `「${name}」`)
        .join('')}${names.length > mostNamed ? `ほか${names.length - mostNamed}枚` : ''}`;
