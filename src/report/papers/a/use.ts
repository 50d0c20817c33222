import { eligibleCategories, type AllocationPlan } from '../../../allocation';
import { inThousandYen } from '../../../kernel';
import { grantNames, grants, type Grant } from '../../../schemes';
import type { Programme } from '../../../settings';
import type { FigureSource } from '../../../workbook';
import { fromPlan, fromProgrammes } from '../../figureSources';
import { fullWidth, spreadList } from '../../layout/cells';
import { line, span, together, userSpan, type Line } from '../../layout/layOut';
import { sourceOf } from '../../origins';
import { amountSource, amountText, amountWordOf, basisOf, type CouncilFacts } from '../facts';

/** ４ 使途: per grant 対象経費, 内示金額, 充当先 in the user's words, and the programmes of the settings in one cell. */
export const useLines = (facts: CouncilFacts, columnWidths: readonly number[], section: number): readonly Line[] => [
  line(span(`${fullWidth(String(section))} ${facts.year} 交付金の使途について`, columnWidths.length, 'heading')),
  ...grants.flatMap((grant, at) => grantLines(facts, grant, at, columnWidths)),
];

const grantLines = (
  facts: CouncilFacts,
  grant: Grant,
  at: number,
  columnWidths: readonly number[],
): readonly Line[] => {
  const width = columnWidths.length;
  const { thisYear, grants: decided } = facts;
  const amountWord = amountWordOf(facts, grant);
  const costs = eligibleCategories(facts.results.scheme.fiscalYear, grant)?.join('、');
  const frame = grant === 'promotion' && thisYear.yen.outcomeOriented !== undefined;
  const word = basisOf(decided, grant) === 'notice' ? amountWord.replace(/額$/, '金額') : amountWord;
  return together([
    line(span(`（${fullWidth(String(at + 1))}）${grantNames[grant].full}`, width, 'strong')),
    line(
      span('ア 対象経費', 1, 'paragraph'),
      span(costs === undefined ? '－' : `${costs}に係る経費`, width - 1, 'paragraph'),
    ),
    line(
      span(`イ ${word}`, 1, 'paragraph'),
      span(amountText(facts, grant, frame ? '（成果指向型配分枠を除く）' : '') ?? '－', width - 1, 'paragraph', {
        source: amountSource(facts, grant),
      }),
    ),
    line(span('ウ 充当先', 1, 'paragraph'), userSpan('対象経費のうち、次の事業を中心に充てます。', width - 1)),
    line(span('主な充当先事業', width, 'strong')),
    ...programmeLines(facts, grant, columnWidths),
  ]);
};

/**
 * The programmes of a grant in one cell, as a rule; a list that is too long for a row goes on in the next. Those of
 * 成果指向型配分枠 stand below the ordinary ones, where the municipality has such a frame.
 */
const programmeLines = (
  { results, thisYear }: CouncilFacts,
  grant: Grant,
  columnWidths: readonly number[],
): readonly Line[] => {
  const all = results.money.settings?.programmes ?? [];
  const ordinary = all.filter((programme) => programme.grant === grant);
  const selected =
    grant === 'promotion' && thisYear.yen.outcomeOriented !== undefined
      ? all.filter((programme) => programme.grant === 'outcomeOriented')
      : [];
  const programmes = [...ordinary, ...selected];
  const entries = [
    ...ordinary.map(named),
    ...(selected.length === 0 ? [] : ['【成果指向型配分枠】', ...selected.map(named)]),
  ];
  const sourceOf = (text: string) => {
    const listed = text.split('\n');
    return fromProgrammes(programmes.find((programme) => listed.includes(named(programme))) ?? programmes[0]);
  };
  const characters = columnWidths.reduce((sum, width) => sum + width, 0);
  return spreadList(entries.length === 0 ? ['（設定の「使途の表」に事業を入れます）'] : entries, characters).map(
    (text, at) => ({
      ...line(span(text, columnWidths.length, 'paragraph', { source: sourceOf(text) })),
      ...(at === 0 ? { atLeast: freeHeight } : {}),
    }),
  );
};

const named = ({ name }: Programme): string => `◼ ${name}`;

/** Points kept free for about six programmes; more, or longer ones, make the cell higher. */
const freeHeight = 100;

/** Rows offered for the programmes that were selected. */
const programmeRows = 4;

/** ２ 成果指向型配分枠: what it is, that the municipality was selected, and room for the programmes it was selected for. */
export const frameLines = (facts: CouncilFacts, width: number): readonly Line[] => {
  const { results, name, year, thisYear } = facts;
  const amount = thisYear.yen.outcomeOriented;
  const places = placesOf(results.money.plan);
  return [
    line(span(`２ 成果指向型配分枠（${year}）`, width, 'heading')),
    line(span('（１）概要', width, 'strong')),
    line(
      userSpan(
        `データやロジックモデルを用いて成果を確かめながら改善を進める取組のうち、特に優れたものを行う市町村に交付されます。${places}`,
        width,
      ),
    ),
    line(span(`（２）${name}が交付対象に選定`, width, 'strong')),
    line(
      span(
        `次の事業が評価されました。${amount === undefined ? '' : `成果指向型配分枠の額は${inThousandYen(amount.value)}です。`}`,
        width,
        'paragraph',
        { source: sourceOf(amount) },
      ),
    ),
    ...Array.from({ length: programmeRows }, (_, at) =>
      line(userSpan(at === 0 ? '◆（評価された事業の名称と内容を書きます）' : null, width)),
    ),
    line(),
  ];
};

const placesOf = (plan: AllocationPlan | undefined): string => {
  const frame = outcomeFrameOf(plan)?.frame;
  if (frame?.kind !== 'flat' || typeof frame.places !== 'number') return '';
  return `対象は全国で${fullWidth(String(frame.places))}市町村です。`;
};

/** 成果指向型配分枠 in the plan of the run, with where the plan has it from; undefined where it knows of none. */
export const outcomeFrameOf = (
  plan: AllocationPlan | undefined,
): { readonly frame: AllocationPlan['frames'][number]; readonly source: FigureSource } | undefined => {
  const frame = plan?.frames.find(({ id }) => id === 'outcomeOriented');
  return plan === undefined || frame === undefined ? undefined : { frame, source: fromPlan(plan, frame.source) };
};
