import { foldLabel } from '../kernel';
import { cellAt, spokenText, type CellValue } from '../workbook';
import { headerReader } from './columns/headerTexts';
import type { TableReading } from './reading';
import { rowTextsAt, type AnswerTable } from './tables/answerTable';

/**
 * What a form says of a criterion beside its answer, as it is written: what is asked, why it is not met, what is to be done
 * and until when, and whose it is. What it does not say is absent.
 */
export type BesideTexts = Readonly<Partial<Record<BesideText, string>>>;
type BesideText = 'description' | 'reason' | 'measures' | 'time' | 'department';

/** The headers of such columns, the plainest first: of two columns that say the same the plainer one is read. */
const headers: Readonly<Record<BesideText, readonly string[]>> = {
  description: [
    ...[
      '枝番の内容',
      '枝番内容',
      '選択肢の内容',
      '設問文',
      '設問内容',
      '評価内容',
      '評価の内容',
      '指標の内容',
      '指標内容',
    ],
    ...['判断基準', '評価基準', '要件', '内容', '説明'],
  ],
  reason: ['未達成の理由', '未達成理由', '非該当の理由', '未実施の理由', '理由', '備考'],
  measures: [
    ...['今後の取組', '今後の取り組み', '今後の対応', '今後の方針', '今後の対応方針', '今後の取組方針'],
    ...['対応方針', '対応策', '改善策', '対応'],
  ],
  time: ['実施時期', '達成時期', '目標時期', '実施予定時期', '時期', '期限'],
  department: ['担当課', '所管課', '主管課', '担当部署', '所管', '担当係', '担当'],
};
const wanted = Object.keys(headers) as readonly BesideText[];

/** Longer texts are documents of their own. */
const longest = 1000;

/**
 * The texts beside the answers of one municipality, by the index of the criterion; `tables` are those that answer for it
 * alone, since a remark in a table of several may be anybody's. The first table that says something is heard.
 */
export const besideTexts = (tables: readonly TableReading[]): ((index: number) => BesideTexts) => {
  let known: ReadonlyMap<number, BesideTexts> | undefined;
  return (index) => (known ??= new Map(tables.flatMap(textsOf).reverse())).get(index) ?? nothing;
};

const nothing: BesideTexts = {};

const textsOf = ({ table, rows }: TableReading): readonly (readonly [number, BesideTexts])[] => {
  const [first] = rows.criteria;
  if (first === undefined) return [];
  const columns = columnsOf(table, first.row);
  const textAt = textReader(table);
  return rows.criteria.flatMap(({ row, criterion }): readonly (readonly [number, BesideTexts])[] => {
    const said = wanted.flatMap((what): readonly (readonly [BesideText, string])[] => {
      const column = columns.get(what);
      const text =
        (column === undefined ? '' : textAt(row, column)) || (what === 'description' ? behindLabel(table, row) : '');
      return text === '' ? [] : [[what, text]];
    });
    return said.length === 0 ? [] : [[criterion.index, Object.fromEntries(said)]];
  });
};

const columnsOf = (table: AnswerTable, firstRow: number): ReadonlyMap<BesideText, number> => {
  const headerOf = headerReader(table, firstRow);
  const labels = new Set(table.columns.values());
  const width = Math.min(mostColumns, table.sheet.grid[Math.max(0, table.headerRow)]?.length ?? 0);
  const best = new Map<BesideText, { readonly column: number; readonly rank: number }>();
  for (let column = 0; column < width; column += 1) {
    const [text] = labels.has(column) ? [] : headerOf(column).texts;
    if (text === undefined) continue;
    const label = foldLabel(text).replace(/[([【].*$/, '');
    for (const what of wanted) {
      const rank = headers[what].indexOf(label);
      if (rank >= 0 && rank < (best.get(what)?.rank ?? Infinity)) best.set(what, { column, rank });
    }
  }
  return new Map([...best].map(([what, { column }]) => [what, column]));
};

const mostColumns = 400;

/** A cell's text; under a block merged downwards (one 担当課 for an indicator) that of the block. */
const textReader = ({ sheet }: AnswerTable): ((row: number, column: number) => string) => {
  const blocks = sheet.merges.filter(({ top, bottom }) => bottom > top);
  return (row, column) => {
    const own = cellAt(sheet.grid, row, column);
    const block =
      own === null || own === ''
        ? blocks.find(({ top, bottom, left, right }) => row > top && row <= bottom && column >= left && column <= right)
        : undefined;
    return shortened(block === undefined ? own : cellAt(sheet.grid, block.top, block.left));
  };
};

const shortened = (value: CellValue): string => spokenText(value).slice(0, longest);

/** 「ア　庁内で共有している」: what is written behind the label in its cell. */
const behindLabel = (table: AnswerTable, row: number): string => {
  const texts = rowTextsAt(table, row);
  const cell = [texts?.['sub-branch'], texts?.branch].find((one) => one !== undefined && one !== '') ?? '';
  const text = cell.replace(
    /^[（(【[]?(?:[ア-クｱ-ｸ]?[①-⑨]|[ア-クｱ-ｸ](?=[）)】\]\s:：.．、・]))[）)】\]\s:：.．、・]*/,
    '',
  );
  return text === cell || text.length < shortestSentence ? '' : text.slice(0, longest);
};

/** Fewer letters behind a label are a part of it. */
const shortestSentence = 4;
