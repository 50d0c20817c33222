import { municipalitiesOf, type Results } from '../../evaluation';
import { fiscalYearLabel, halfUp } from '../../kernel';
import {
  a1,
  type Formula,
  type FormulaPlace,
  type FormulaWord,
  type ModelCell,
  type Rectangle,
  type SheetModel,
} from '../../workbook';
import { blanks, cell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle } from '../members';
import { computed } from '../origins';
import { councilFacts, type CouncilFacts } from '../papers/facts';
import {
  formulaOf,
  mostTerms,
  resultFormula,
  resultOf,
  sumControls,
  termOf,
  type Control,
  type Term,
} from './controls';
import { bothEnds } from './bothEnds';
import { criteriaControls } from './criteriaControls';
import { meanControls, rankControls } from './listControls';
import { grantControls, useControls, yearControls } from './moneyControls';
import { paperControls } from './paperControls';
import { planControls } from './planControls';
import { pointsControls } from './pointsControls';
import { call, infix, numeral, placeAt, printedCells, type PrintedCells } from './printedCells';
import { yearsControls } from './yearsControls';

/** So many municipalities are checked one by one; a whole nation would make a sheet nobody reads. */
const mostMunicipalities = 50;

/** Controls under one heading; never none. */
interface ControlSection {
  readonly title: string;
  readonly controls: readonly Control[];
}

/** What can be worked out again: each municipality, the lists of several, the comparison of the years, the use of the grants. */
const controlSections = (results: Results, printed: PrintedCells): readonly ControlSection[] => {
  const { own } = results.money;
  const facts = councilFacts(results);
  const sections: readonly ControlSection[] = [
    ...municipalitiesOf(results)
      .slice(0, mostMunicipalities)
      .map((municipality, at) => ({
        title: municipalityTitle(municipality),
        controls: [
          ...criteriaControls(results, municipality, { printed, at }),
          ...pointsControls(results, municipality, { printed, at }),
          ...paperControls(results, municipality, { printed, at }),
          ...(results.subject === 'facts' ? [] : rankControls(results, { printed, at })),
          ...(municipality.grants === null ? [] : grantControls(results, municipality.grants, { printed, at })),
        ],
      })),
    { title: '平均', controls: results.subject === 'facts' ? [] : meanControls(results, printed) },
    { title: '得点（シート「設定」）', controls: facts === undefined ? [] : toldControls(facts) },
    {
      title: '前年度比較',
      controls: own?.comparison === undefined ? [] : yearControls(own.comparison, printed),
    },
    { title: '前の年度と取組', controls: [...yearsControls(results, printed), ...planControls(results, printed)] },
    { title: '使途', controls: own?.use === undefined ? [] : useControls(results, own.use, printed) },
  ];
  return sections
    .map(({ title, controls }) => ({ title, controls: controls.flatMap(bothEnds) }))
    .filter(({ controls }) => controls.length > 0);
};

/** Points told instead of answers: the grants must add up to the total told. */
const toldControls = (facts: CouncilFacts): readonly Control[] => {
  const { promotion, support, total } = facts.thisYear.points;
  if (facts.results.subject !== 'facts' || !promotion || !support || !total) return [];
  return sumControls('総得点 ＝ 推進＋支援', [termOf(promotion.points), termOf(support.points)], termOf(total.points));
};

const termHeaders = Array.from({ length: mostTerms }, (_, at) => `項${at + 1}`);
const headers = ['検算', '式', ...termHeaders, '計算結果', '印刷した値', '差', '判定'];
/** As much as a page of 86 per cent holds: nearly every row in one line, 「116,762,000」 and 「＋181.4～＋194.4」 too. */
const columnWidths = [45, 17, ...termHeaders.map(() => 14), 15, 19, 9, 9];
const wide = wideLines(columnWidths.length);
const firstTerm = 2;
const [resultColumn, printedColumn, differenceColumn, verdictColumn] = [
  firstTerm + mostTerms,
  firstTerm + mostTerms + 1,
  firstTerm + mostTerms + 2,
  firstTerm + mostTerms + 3,
];

/**
 * 検算: every total once more, from the cells where the other sheets print its terms, by ordinary formulas: who changes a
 * figure on another sheet sees at once which sums no longer hold (src/decisions/live-checks.md). `sheets` are those written
 * along; a figure that none of them prints stands as a value. Undefined where nothing adds up to anything.
 */
export const controlSheet = (results: Results, sheets: readonly SheetModel[]): SheetModel | undefined => {
  const sections = controlSections(results, printedCells(sheets));
  const controls = sections.flatMap((section) => section.controls);
  if (controls.length === 0) return undefined;
  const lines: Line[] = [
    wide(`検算（${fiscalYearLabel(results.scheme.fiscalYear)}）`, 'title'),
    // In its place below, once the rows it counts are known.
    line(),
    ...notes.map((note) => wide(note, 'remark')),
    ...leftOut(results),
  ];
  const firstHead = lines.length + 1;
  for (const { title, controls: ofSection } of sections) {
    // Nothing is merged from here on: a refresh moves these rows, and Excel drops what is written under a merged block.
    lines.push(cellLine([cell(title, 'heading')]), headerLine(headers));
    for (const control of ofSection) lines.push(cellLine(controlCells(control, lines.length)));
    lines.push(line());
  }
  const summary = { ...summaryCell(controls, lines.length), look: 'subtitle' as const };
  lines[1] = line({ cell: summary, columns: columnWidths.length });
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '検算',
    marker,
    ...laidOut,
    emphasis: [{ range: verdictRows(lines.length), word: '不一致', look: 'stop' }],
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: firstHead, coded: true }),
  };
};

const marker = 'control';

const own = (row: number, column: number): FormulaPlace => placeAt(marker, row, column);

const controlCells = (control: Control, row: number): readonly ModelCell[] => {
  const { label, operation, terms, printed, style, termStyle = 'integer' } = control;
  const judgement = judgementOf(control);
  const { result } = judgement;
  const formula = formulaOf(
    operation,
    terms.map((_, at) => a1(row, firstTerm + at)),
  );
  const places = terms.map((_, at) => own(row, firstTerm + at));
  const resultCell = (): ModelCell =>
    result === undefined
      ? cell(null, 'body')
      : {
          ...cell(result, 'body', { number: style, source: computed(`同じ行の ${formula}`) }),
          formula: resultFormula(operation, places),
        };
  return [
    cell(label, 'side'),
    cell(formula, 'side'),
    ...terms.map((term) => termCell(term, termStyle, row)),
    ...blanks(mostTerms - terms.length, 'body'),
    resultCell(),
    ...(printed === undefined
      ? [...blanks(2, 'body'), cell('次の行へ', 'center')]
      : [termCell(printed, style, row), ...judged(judgement, control, row)]),
  ];
};

/** What another sheet prints as two ends is a text there, and here. */
const termCell = ({ value, source, formula }: Term, number: Control['style'], row: number): ModelCell => {
  const from = formula === 'carried' ? own(row - 1, resultColumn) : formula;
  const one = typeof value === 'number' ? cell(value, 'body', { number, source }) : cell(value, 'center', { source });
  return from === undefined ? one : { ...one, formula: from };
};

/** Decimals in which both sides are compared: means and rates are fractions that no two programs add alike to the last digit. */
const comparedDecimals = 6;

const judged = ({ difference, verdict }: Judgement, { style, printed }: Control, row: number): readonly ModelCell[] => {
  if (difference === undefined || verdict === undefined) return [cell(null, 'body'), cell('暫定', 'check')];
  const result = own(row, resultColumn);
  // What is printed rounded is compared rounded.
  const compared = printed?.decimals === undefined ? result : call('ROUND', result, numeral(printed.decimals));
  return [
    {
      ...cell(difference, 'body', { number: style, source: computed('計算結果－印刷した値') }),
      formula: call('ROUND', infix(compared, '-', own(row, printedColumn)), numeral(comparedDecimals)),
    },
    {
      ...cell(verdict, 'center'),
      // A text that holds no figure any longer is no figure that agrees.
      formula: call(
        'IF',
        call('ISERROR', own(row, differenceColumn)),
        word('不一致'),
        call('IF', infix(own(row, differenceColumn), '=', numeral(0)), word('一致'), word('不一致')),
      ),
    },
  ];
};

const differenceOf = (result: number, printed: number): number => {
  const scale = 10 ** comparedDecimals;
  const scaled = Math.round(Math.abs(result - printed) * scale) / scale;
  return result < printed && scaled !== 0 ? -scaled : scaled;
};

const word = (text: FormulaWord): Formula => ({ kind: 'word', word: text });

/** Undefined where a term has two ends. */
const valueOf = ({ operation, terms }: Control): number | undefined => {
  const values = terms.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  return values.length < terms.length ? undefined : resultOf(operation, values);
};

/** What a control comes to, and whether another sheet prints the same. */
interface Judgement {
  /** Undefined where a term has two ends. */
  readonly result: number | undefined;
  /** Undefined where there is nothing to hold the result against, or one of the two has two ends. */
  readonly difference?: number;
  /** Undefined where no sheet prints it. */
  readonly verdict?: '一致' | '不一致' | '暫定';
}

const judgementOf = (control: Control): Judgement => {
  const { printed } = control;
  const result = valueOf(control);
  if (printed === undefined) return { result };
  if (result === undefined || typeof printed.value !== 'number') return { result, verdict: '暫定' };
  const { decimals } = printed;
  const compared = decimals === undefined ? result : Number(halfUp(result, decimals));
  const difference = differenceOf(compared, printed.value);
  return { result, difference, verdict: difference === 0 ? '一致' : '不一致' };
};

/** Below title and summary. */
const verdictRows = (end: number): Rectangle => ({
  top: 2,
  left: verdictColumn,
  bottom: end - 1,
  right: verdictColumn,
});

/** 「28件中 28件一致」, counted from the rows below as they stand. */
const summaryCell = (controls: readonly Control[], end: number): ModelCell => {
  const verdicts = controls.map((control) => judgementOf(control).verdict);
  const count = (wanted: string): number => verdicts.filter((verdict) => verdict === wanted).length;
  const [same, other, open] = [count('一致'), count('不一致'), count('暫定')];
  const rows: FormulaPlace = { kind: 'place', marker, area: verdictRows(end) };
  const counted = (wanted: FormulaWord): Formula => call('COUNTIF', rows, word(wanted));
  const judgedCount = infix(counted('一致'), '+', counted('不一致'));
  const text = infix(infix(infix(judgedCount, '&', word('件中 ')), '&', counted('一致')), '&', word('件一致'));
  const tail = infix(infix(infix(text, '&', word('（ほかに暫定 ')), '&', counted('暫定')), '&', word('件）'));
  return {
    ...cell(`${same + other}件中 ${same}件一致${open === 0 ? '' : `（ほかに暫定 ${open}件）`}`, 'subtitle', {
      source: computed('「判定」の列を数える'),
    }),
    formula: open === 0 ? text : tail,
  };
};

const notes = [
  '※ この表は式です。ほかのシートの値を直すと、合わなくなった行が「不一致」になります（Excel、LibreOffice）。「式」の列は、同じ行の項からの計算を文字で示したものです。',
  '※ 「項」と「印刷した値」は、ほかのシートのセルを指します。どのシートにもそのままの値がないもの（満点、千円で表示する金額など）は値で書いています。',
  '※ 小数は6桁まで比べます。幅のある値は下限と上限を1行ずつ判定します。端の決まらない行だけ「暫定」です。',
];

/** Says that not everybody is here, where that is so. */
const leftOut = (results: Results): readonly Line[] => {
  const all = municipalitiesOf(results).length;
  if (all <= mostMunicipalities) return [];
  const note = `※ 先頭の${mostMunicipalities}市町村だけを載せています（全${all.toLocaleString('en-US')}市町村）。`;
  return [wide(note, 'remark', computed('採点した市町村の数'))];
};
