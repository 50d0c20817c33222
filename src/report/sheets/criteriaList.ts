import type { BesideTexts } from '../../answers';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel, groupedBy, rangeInWords } from '../../kernel';
import { commonGoalNames, descriptionsOf, type Description, type Indicator, type Scheme } from '../../schemes';
import type { FigureSource, SheetModel } from '../../workbook';
import { fromPublished, fromRules } from '../figureSources';
import { indicatorCells } from '../layout/cells';
import { headerLine, layOut, line, pageSetup, span, together, wideLines, type Line, type Span } from '../layout/layOut';
import { municipalityTitle } from '../members';
import { fromAnswers } from '../origins';
import { publicStates, publicStateWords, type PublicState } from '../publicStates';

const headers = [
  '交付金',
  '目標',
  '指標群',
  '番号',
  '指標',
  '枝番',
  '内容',
  '配点',
  '該当\n状況',
  '得点',
  '全国の\n該当率',
];
const columnWidths = [7, 6, 11, 6, 28, 7, 44, 6, 8, 6, 9];
const wide = wideLines(columnWidths.length);

/**
 * 該当状況一覧: every criterion of one municipality for publication, with what it asks in a few words. Nothing in it speaks to
 * staff, and nothing leads into a workbook that readers do not have.
 */
export const criteriaListSheet = (results: ScoredResults, own: MunicipalityResult): SheetModel => {
  const { scheme } = results;
  const states = publicStates(own);
  const descriptions = states.map(({ award: { criterion } }, at) =>
    describedAs(own.besideOf?.(at), descriptionsOf(scheme).get(criterion.id)),
  );
  const head: readonly Line[] = [
    wide(`該当状況一覧（${fiscalYearLabel(scheme.fiscalYear)}の評価指標）　${municipalityTitle(own)}`, 'title'),
    wide(summaryOf(results, own, states), 'paragraph', fromAnswers('総得点と、該当する枝番の数')),
    wide(legendOf(scheme, states, descriptions), 'note'),
    headerLine(headers),
  ];
  const rows = rowsOf(results, states, descriptions);
  return {
    name: '該当状況一覧',
    // The lines of another year stand elsewhere: it is a sheet of its own.
    marker: `criteriaList${scheme.fiscalYear}`,
    ...layOut([...head, ...rows], columnWidths),
    frozenRows: head.length,
    print: pageSetup({ orientation: 'landscape', headerRow: head.length - 1, coded: true }),
  };
};

/** What is said of a criterion, and whether the form itself says it; undefined where only its indicator is known. */
type Said = { readonly text: string; readonly isTheirs: boolean } | undefined;

const describedAs = (beside: BesideTexts | undefined, ours: Description | undefined): Said => {
  const theirs = beside?.description;
  if (theirs !== undefined) return { text: shortened(theirs), isTheirs: true };
  return ours === undefined ? undefined : { text: ours.text, isTheirs: false };
};

/** A list has room for about three lines; what is cut shows that it is. */
const longest = 120;
const shortened = (text: string): string => {
  const signs = Array.from(text.replace(/\s+/g, ' '));
  return signs.length <= longest ? signs.join('') : `${signs.slice(0, longest - 1).join('')}…`;
};

const summaryOf = ({ scheme }: ScoredResults, own: MunicipalityResult, states: readonly PublicState[]): string => {
  const { least, most } = own.range;
  const points = rangeInWords(String(least), String(most));
  const count = (wanted: PublicState['state']): number => states.filter(({ state }) => state === wanted).length;
  const open = count('open') === 0 ? '' : `、未確定 ${count('open')}`;
  return `総得点 ${points}点／${scheme.maxPoints}点　枝番 ${states.length}のうち、該当 ${count('met')}、非該当 ${count('unmet')}${open}`;
};

const legendOf = (scheme: Scheme, states: readonly PublicState[], descriptions: readonly Said[]): string => {
  const has = (wanted: (one: PublicState) => boolean): boolean => states.some(wanted);
  const common = commonGoalNames(scheme);
  return [
    '○：該当、×：非該当。',
    ...(has(({ state }) => state === 'open') ? ['未確定：確認中の枝番。'] : []),
    ...(has(({ award }) => award.because === 'other-alternative')
      ? ['○で0点の枝番は、同じ指標の得点の高い方の区分で数えています。']
      : []),
    ...(common === '' ? [] : [`${common}は両交付金に共通で、総得点には2回数えます。`]),
    ...(descriptions.some((one) => one !== undefined && !one.isTheirs)
      ? ['「内容」は要点を短く記したもので、国の評価指標の文ではありません。']
      : []),
  ].join('');
};

const rowsOf = (
  { scheme, national }: ScoredResults,
  states: readonly PublicState[],
  descriptions: readonly Said[],
): readonly Line[] => {
  const counts = new Map(national?.criteria ?? []);
  const shareSource = national && fromPublished(national, '該当した市町村の数÷全国の市町村数');
  const points = fromAnswers('この枝番の得点');
  const rows = states.map(({ award: { criterion, indicator }, state, points: earned }, at): readonly Span[] => {
    const count = counts.get(criterion.id);
    const share = national === undefined || count === undefined ? null : count / national.municipalities;
    return [
      span(criterion.label, 1, 'center'),
      span(descriptions[at]?.text ?? indicator.name, 1, 'wrap'),
      span(criterion.points, 1, 'body', { number: 'integer', source: maximumOf(scheme, indicator) }),
      span(publicStateWords[state], 1, 'center'),
      earned === undefined ? span('－', 1, 'center') : span(earned, 1, 'body', { number: 'integer', source: points }),
      share === null ? span('－', 1, 'center') : span(share, 1, 'body', { number: 'percent1', source: shareSource }),
    ];
  });
  const blocks = groupedBy([...rows.keys()], (at) => blockOf(states[at]));
  return [...blocks.values()].flatMap((places) =>
    together(
      places.map((at, place) => {
        // One merged cell says which indicator it is, beside all criteria of the block.
        const indicator = place > 0 ? undefined : states[at]?.award.indicator;
        const names = indicator === undefined ? [] : indicatorCells(indicator);
        return line(...names.map((cell) => ({ cell, columns: 1, rows: places.length })), ...(rows[at] ?? []));
      }),
    ),
  );
};

/** What stays on one page: an indicator; of a long one the branches of one letter, or half a page would stay empty. */
const blockOf = (state: PublicState | undefined): string => {
  const { indicator, criterion } = state?.award ?? {};
  if (indicator === undefined || criterion === undefined) return '';
  return indicator.criteria.length > longBlock ? `${indicator.id} ${criterion.label.charAt(0)}` : indicator.id;
};

/** Criteria that are kept together at most. */
const longBlock = 9;

const maximumOf = (scheme: Scheme, { source }: Indicator): FigureSource => fromRules({ ...scheme, source }, '配点');
