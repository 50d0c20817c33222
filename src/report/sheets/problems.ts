import { judgementWords } from '../../answers';
import { nationIn, type Results, type SettledDecision } from '../../evaluation';
import { partsOf, type Problem, type Severity } from '../../problems';
import { parseA1, type FigureSource, type Look, type ModelCell, type SheetModel } from '../../workbook';
import { decidedBy, decidedPlace, fromDecision, settledIn, shownText } from '../decisionWords';
import { fromRules } from '../figureSources';
import { cell, headerCells, padded } from '../layout/cells';
import { pageSetup } from '../layout/layOut';
import { linkedCells } from '../layout/linkedCells';

const headers = ['No.', '区分', 'コード', '内容', '場所', '読み取った値', '求める値', '配点', '採点への影響', '直し方'];
const severities: Readonly<Record<Severity, { readonly word: string; readonly look: Look; readonly order: number }>> = {
  stop: { word: '止まる誤り', look: 'stop', order: 0 },
  check: { word: '要確認', look: 'check', order: 1 },
  info: { word: '情報', look: 'info', order: 2 },
};

const columnWidths = [5, 10, 7, 32, 14, 13, 16, 6, 21, 22];
/** With the name of the file in the place. */
const widthsOfFiles = [5, 10, 7, 26, 23, 13, 14, 6, 20, 22];
const widthsOf = ({ sources }: Results): readonly number[] => (sources.length > 1 ? widthsOfFiles : columnWidths);
const placeColumn = 4;

/** Which file, whose answers and which year: where that is open, no figure below it counts. */
const questionsFirst: ReadonlySet<Problem['name']> = new Set<Problem['name']>([
  'batch-duplicate',
  'municipality-shared-name',
  'municipality-nameless',
  'municipality-unknown',
  'column-of-nobody',
  'several-sheets',
  'year-written-otherwise',
  'few-criteria',
  'columns-not-used',
]);

/** Problems in the order a person works through them: gravest first, those about whose answers they are, then by the points at stake. */
export const sortedProblems = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (a, b) =>
      severities[a.severity].order - severities[b.severity].order ||
      Number(questionsFirst.has(b.name)) - Number(questionsFirst.has(a.name)) ||
      (b.pointsAtStake ?? 0) - (a.pointsAtStake ?? 0),
  );

/** Sheet 要確認: everything a person should look at, with place, effect and cure; below it what was decided (確認済み). */
export const problemsSheet = (results: Results): SheetModel => {
  const atStake = fromRules(
    results.scheme,
    '枝番の配点（確かめる枝番の配点の計。指標の満点まで、目標Ⅳは両交付金の分）',
  );
  const open = sortedProblems(results.problems).map((problem, index) =>
    problemRow(results, problem, index + 1, atStake),
  );
  const settled = settledIn(results).flatMap((one) => settledRows(results, one, atStake));
  const none = padded(
    [cell(null, 'body'), cell('情報', 'info'), cell(null, 'body'), cell('確認が必要な箇所はありません', 'wrap')],
    headers.length,
    'body',
  );
  const numbered = settled.map((row, index) => [cell(open.length + index + 1, 'body', { number: 'integer' }), ...row]);
  const allRows = [headerCells(headers), ...(open.length === 0 ? [none] : open), ...numbered];
  return {
    name: '要確認',
    marker: 'problems',
    rows: allRows,
    columnWidths: widthsOf(results),
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: 0, coded: true }),
  };
};

const problemRow = (
  results: Results,
  problem: Problem,
  number: number,
  atStake: FigureSource,
): readonly ModelCell[] => {
  const { what, where, effect, cure } = partsOf(problem);
  const { word, look } = severities[problem.severity];
  const source = problemSource(results, problem, where);
  const text = (value: string | null): ModelCell => cell(value, 'wrap', { source });
  const [code, place] = codeAndPlace(results, problem, where);
  return [
    cell(number, 'body', { number: 'integer' }),
    cell(word, look),
    code,
    text(what),
    place,
    text(isToldByEffect(problem.found, effect) ? null : (problem.found ?? null)),
    text(problem.expected ?? null),
    cell(problem.pointsAtStake ?? null, 'body', { number: 'integer', source: atStake }),
    text(effect),
    text(cure),
  ];
};

/** A long list that the effect gives in full would be set a second time in a narrow column, a few signs a line. */
const isToldByEffect = (found: string | undefined, effect: string): boolean =>
  found !== undefined && found.length > 40 && effect.includes(found);

/** What a decision settled, without the number of the row: a row for each problem, one where nothing doubtful is left there. */
const settledRows = (
  results: Results,
  settled: SettledDecision,
  atStake: FigureSource,
): readonly (readonly ModelCell[])[] => {
  const { sources } = results;
  const { decision, problems, points, file } = settled;
  const { judgement, sheet, cell: address } = decision;
  const source = fromDecision(decision);
  const text = (value: string): ModelCell => cell(value, 'wrap', { source });
  const word = judgementWords[judgement];
  const book = sources.find(({ name }) => name === file) ?? sources[0];
  const effect =
    judgement === 'accepted' ? '判定により、この読み方のまま採点しました' : `判定により${word}として採点しました`;
  const who = decidedBy(decision);
  const link = { sheet, cell: address, ...(book === undefined ? {} : { file: book.link }) };
  const linked = (code: string) =>
    linkedCells(cell(code, 'center'), decidedPlace(settled), link, widthsOf(results)[placeColumn] ?? 0);
  const row = (code: string, what: string, worth: number): readonly ModelCell[] => [
    cell('確認済み', 'good'),
    linked(code)[0],
    text(what),
    linked(code)[1],
    text(shownText(decision)),
    text(word),
    cell(worth === 0 ? null : worth, 'body', { number: 'integer', source: atStake }),
    text(effect),
    text(`${who === '' ? '' : `判定：${who}。`}取り消すには、シート「判定」の行を削除してください`),
  ];
  return problems.length === 0
    ? [row('', 'このセルに、いまは疑わしい点がありません', points)]
    : problems.map((one) => row(one.code, partsOf(one).what, one.pointsAtStake ?? points));
};

/** The sentences of a problem speak of what was read at its place, or found when the results were checked. */
const problemSource = (results: Results, problem: Problem, where: string): FigureSource => {
  const place = problemPlace(problem);
  return {
    kind: kindOf(results, problem),
    ...(place === undefined
      ? { text: '読み込んだ内容と採点の結果を確かめて見つけたことです。' }
      : { text: `${where} を読み取って見つけたことです。`, place }),
  };
};

const kindOf = (results: Results, { sheet }: Problem): FigureSource['kind'] => {
  if (sheet !== undefined && sheet === nationIn(results)?.table.sheet) return 'table';
  return results.subject === 'facts' ? 'told' : 'answers';
};

/** コード and 場所, one of which leads to the cell. */
const codeAndPlace = (results: Results, problem: Problem, where: string): readonly [ModelCell, ModelCell] => {
  const source = results.sources.find(({ name }) => name === problem.file) ?? results.sources[0];
  const place = problemPlace(problem);
  const code = cell(problem.code, 'center');
  if (place === undefined) return [code, cell(where, 'side')];
  const link = { ...place, ...(source === undefined ? {} : { file: source.link }) };
  return linkedCells(code, where, link, widthsOf(results)[placeColumn] ?? 0);
};

/** The cell a problem speaks of, to jump to; of 「76行」, as the national table's are named, the first cell of that row. */
export const problemPlace = ({ sheet, cell }: Pick<Problem, 'sheet' | 'cell'>): FigureSource['place'] => {
  if (sheet === undefined || cell === undefined) return undefined;
  const row = /^(\d{1,7})行$/.exec(cell)?.[1];
  const address = row === undefined ? cell : `A${row}`;
  return parseA1(address) === undefined ? undefined : { sheet, cell: address };
};
