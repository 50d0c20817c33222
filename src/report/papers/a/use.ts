import { eligibleCategories, type AllocationPlan } from '../../../allocation';
import { inThousandYen } from '../../../kernel';
import { grantNames, grants, type Grant } from '../../../schemes';
import type { Programme } from '../../../settings';
import type { FigureSource } from '../../../workbook';
import { fromPlan, fromProgrammes } from '../../figureSources';
import { fullWidth, spreadList } from '../../layout/cells';
import { line, span, together, type Line } from '../../layout/layOut';
import { sourceOf } from '../../origins';
import { ownLine, ownSpan, toldLine } from '../edition';
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
    line(
      span('ウ 充当先', 1, 'paragraph'),
      ownSpan(
        facts,
        programmesOf(facts, grant).length === 0 ? '対象経費に充てます。' : '対象経費のうち、次の事業を中心に充てます。',
        width - 1,
      ),
    ),
    ...programmeLines(facts, grant, columnWidths),
  ]);
};

/** Those of 成果指向型配分枠 stand below the ordinary ones of 推進, where the municipality has such a frame. */
const programmesOf = ({ results, thisYear }: CouncilFacts, grant: Grant): readonly Programme[] => {
  const all = results.money.settings?.programmes ?? [];
  const selected = grant === 'promotion' && thisYear.yen.outcomeOriented !== undefined;
  return [...all.filter((one) => one.grant === grant), ...(selected ? selectedProgrammes(all) : [])];
};

const selectedProgrammes = (all: readonly Programme[]): readonly Programme[] =>
  all.filter(({ grant }) => grant === 'outcomeOriented');

/** The programmes of a grant in one cell, as a rule; a list that is too long for a row goes on in the next. */
const programmeLines = (facts: CouncilFacts, grant: Grant, columnWidths: readonly number[]): readonly Line[] => {
  const width = columnWidths.length;
  const programmes = programmesOf(facts, grant);
  if (programmes.length === 0)
    return [
      toldLine(facts, width, undefined, ''),
      toldLine(facts, width, undefined, '主な充当先事業：シート「設定」の「使途の表」に事業を入れると、ここに並びます'),
      line(),
    ];
  const ordinary = programmes.filter((programme) => programme.grant === grant);
  const selected = selectedProgrammes(programmes);
  const entries = [
    ...ordinary.map(named),
    ...(selected.length === 0 ? [] : ['【成果指向型配分枠】', ...selected.map(named)]),
  ];
  const sourceOf = (text: string) => {
    const listed = text.split('\n');
    return fromProgrammes(programmes.find((programme) => listed.includes(named(programme))) ?? programmes[0]);
  };
  const figures = columnWidths.reduce((sum, one) => sum + one, 0);
  return [
    line(span('主な充当先事業', width, 'strong')),
    ...spreadList(entries, figures).map((text) => line(span(text, width, 'paragraph', { source: sourceOf(text) }))),
    line(),
  ];
};

const named = ({ name }: Programme): string => `◼ ${name}`;

/** ２ 成果指向型配分枠: what it is, that the municipality was selected, and room for the programmes it was selected for. */
export const frameLines = (facts: CouncilFacts, width: number): readonly Line[] => {
  const { results, name, year, thisYear } = facts;
  const amount = thisYear.yen.outcomeOriented;
  const places = placesOf(results.money.plan);
  const selected = selectedProgrammes(results.money.settings?.programmes ?? []);
  return [
    line(span(`２ 成果指向型配分枠（${year}）`, width, 'heading')),
    line(span('（１）概要', width, 'strong')),
    ownLine(
      facts,
      `データやロジックモデルを用いて成果を確かめながら改善を進める取組のうち、特に優れたものを行う市町村に交付されます。${places}`,
      width,
    ),
    line(span(`（２）${name}が交付対象に選定`, width, 'strong')),
    line(
      span(
        `${selected.length === 0 ? '' : '次の事業が評価されました。'}${amount === undefined ? '' : `成果指向型配分枠の額は${inThousandYen(amount.value)}です。`}`,
        width,
        'paragraph',
        { source: sourceOf(amount) },
      ),
    ),
    toldLine(
      facts,
      width,
      selected.length === 0
        ? undefined
        : {
            text: selected.map(({ name: programme }) => `◆ ${programme}`).join('\n'),
            source: fromProgrammes(selected[0]),
          },
      '評価された事業：シート「設定」の「使途の表」に、交付金を「成果指向型」として入れます',
    ),
    ownLine(facts, null, width),
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
