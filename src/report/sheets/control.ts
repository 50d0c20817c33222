import { municipalitiesOf, type Results } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import { a1, type ModelCell, type SheetModel } from '../../workbook';
import { blanks, cell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle } from '../members';
import { computed } from '../origins';
import { councilFacts, type CouncilFacts } from '../papers/facts';
import { formulaOf, mostTerms, resultOf, sumControls, termOf, type Control } from './controls';
import { grantControls, useControls, yearControls } from './moneyControls';
import { pointsControls } from './pointsControls';

/** So many municipalities are checked one by one; a whole nation would make a sheet nobody reads. */
const mostMunicipalities = 50;

/** Controls under one heading; never none. */
interface ControlSection {
  readonly title: string;
  readonly controls: readonly Control[];
}

/** What can be worked out again: each municipality, then the comparison of the years and the use of the grants. */
const controlSections = (results: Results): readonly ControlSection[] => {
  const { own } = results.money;
  const facts = councilFacts(results);
  const sections: readonly ControlSection[] = [
    ...municipalitiesOf(results)
      .slice(0, mostMunicipalities)
      .map((municipality) => ({
        title: municipalityTitle(municipality),
        controls: [
          ...pointsControls(results, municipality),
          ...(municipality.grants === null ? [] : grantControls(results, municipality.grants)),
        ],
      })),
    { title: '得点（シート「設定」）', controls: facts === undefined ? [] : toldControls(facts) },
    {
      title: '前年度比較',
      controls: own?.comparison === undefined ? [] : yearControls(own.comparison),
    },
    { title: '使途', controls: own?.use === undefined ? [] : useControls(results, own.use) },
  ];
  return sections.filter(({ controls }) => controls.length > 0);
};

/** Points told instead of answers: the grants must add up to the total told. */
const toldControls = (facts: CouncilFacts): readonly Control[] => {
  const { promotion, support, total } = facts.thisYear.points;
  if (facts.results.subject !== 'facts' || !promotion || !support || !total) return [];
  return sumControls('総得点 ＝ 推進＋支援', [termOf(promotion.points), termOf(support.points)], termOf(total.points));
};

const termHeaders = Array.from({ length: mostTerms }, (_, at) => `項${at + 1}`);
const headers = ['検算', '式（文字）', ...termHeaders, '計算結果', '印刷した値', '差', '判定'];
const columnWidths = [30, 15, ...termHeaders.map(() => 13.5), 14.5, 14.5, 8, 9];
const wide = wideLines(columnWidths.length);
const firstTerm = 2;

/**
 * 検算: every total once more, from its terms. The cells hold values; the formula stands beside them as text, so that
 * anybody can put `=` before it and have Excel or LibreOffice work it out. Undefined where nothing adds up to anything.
 */
export const controlSheet = (results: Results): SheetModel | undefined => {
  const sections = controlSections(results);
  const controls = sections.flatMap((section) => section.controls);
  if (controls.length === 0) return undefined;
  const lines: Line[] = [
    wide(`検算（${fiscalYearLabel(results.scheme.fiscalYear)}）`, 'title'),
    wide(summaryOf(controls), 'subtitle', computed('「差」が0の行を数える')),
  ];
  for (const { title, controls: ofSection } of sections) {
    lines.push(wide(title, 'heading'), headerLine(headers));
    for (const control of ofSection) lines.push(cellLine(controlCells(control, lines.length)));
    lines.push(line());
  }
  lines.push(...notes.map((note) => wide(note, 'note')), ...leftOut(results));
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '検算',
    marker: 'control',
    ...laidOut,
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: firstHead, coded: true }),
  };
};

/** Title, summary and the first section's heading stand above: all sections have the same head. */
const firstHead = 3;

const controlCells = (control: Control, row: number): readonly ModelCell[] => {
  const { label, operation, terms, printed, style } = control;
  const result = valueOf(control);
  const formula = formulaOf(
    operation,
    terms.map((_, at) => a1(row, firstTerm + at)),
  );
  return [
    cell(label, 'side'),
    cell(formula, 'side'),
    ...terms.map(({ value, source }) => cell(value, 'body', { number: 'integer', source })),
    ...blanks(mostTerms - terms.length, 'body'),
    cell(result, 'body', { number: style, source: computed(`同じ行の ${formula}`) }),
    ...(printed === undefined
      ? [...blanks(2, 'body'), cell('次の行へ', 'center')]
      : [
          cell(printed.value, 'body', { number: style, source: printed.source }),
          cell(result - printed.value, 'body', { number: style, source: computed('計算結果－印刷した値') }),
          result === printed.value ? cell('一致', 'good') : cell('不一致', 'stop'),
        ]),
  ];
};

const valueOf = ({ operation, terms }: Control): number =>
  resultOf(
    operation,
    terms.map(({ value }) => value),
  );

const summaryOf = (controls: readonly Control[]): string => {
  const checked = controls.filter(({ printed }) => printed !== undefined);
  const differing = checked.filter((control) => valueOf(control) !== control.printed?.value).length;
  return differing === 0
    ? `${checked.length}件すべて一致しました。`
    : `${checked.length}件のうち${differing}件が一致しません。下の「不一致」の行を確かめてください。`;
};

const notes = [
  '※ 「印刷した値」は、ほかのシートに書いた値です。「計算結果」は、同じ行の項だけから計算し直した値です。',
  '※ 「式」は文字です。先頭に = を付けると、Excel や LibreOffice でも同じ行の項から計算できます（行や列を挿入する前に限ります）。',
];

/** Says that not everybody is here, where that is so. */
const leftOut = (results: Results): readonly Line[] => {
  const all = municipalitiesOf(results).length;
  if (all <= mostMunicipalities) return [];
  const note = `※ 先頭の${mostMunicipalities}市町村だけを載せています（全${all.toLocaleString('en-US')}市町村）。`;
  return [wide(note, 'note', computed('採点した市町村の数'))];
};
