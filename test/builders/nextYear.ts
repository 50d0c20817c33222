import { readScheme, schemeOf, type Criterion, type Indicator, type Scheme } from '../../src/schemes';

/** How the invented year counts goal Ⅳ: once for both grants, as R8 does, or once in each grant, with answers of its own. */
export type GoalFour = 'common' | 'per-grant';

/**
 * An invented 令和29年度, made from R8: goal Ⅳ of 120 points by a sixth indicator, and with `per-grant` declared under each
 * grant. A tenth indicator stands in 支Ⅰ活動, where another lost its points, so that both variants have 840 in all.
 */
export const nextYear = (goalFour: GoalFour): Scheme => {
  const packaged = schemeOf('R8');
  if (!packaged.ok) throw new Error('nextYear: no R8');
  const scheme = structuredClone(packaged.value);
  const { goals, indicators, ...head } = scheme;
  return checked({
    ...head,
    fiscalYear: 'R29',
    // The distribution is cited for the cut-offs alone.
    documents: head.documents.filter(({ id }) => goalFour === 'common' || id !== 'distribution'),
    title: '令和29年度（架空の年度）',
    maxPoints: 840,
    grants: [
      { grant: 'promotion', maxPoints: 420 },
      { grant: 'support', maxPoints: 420 },
    ],
    goals: goals.flatMap((goal) => {
      if (goal.grant !== 'common') return [goal];
      const wider = { ...goal, maxPoints: 120, groups: [{ group: 'outcome' as const, maxPoints: 120 }] };
      return goalFour === 'common' ? [wider] : grants.map((grant) => ({ ...wider, grant }));
    }),
    indicators: [
      ...indicators.filter(({ grant }) => grant !== 'common').flatMap(tenthAfter),
      ...outcomes(indicators).flatMap((indicator) =>
        goalFour === 'common' ? [indicator] : [underGrant(indicator, 'promotion')],
      ),
      ...(goalFour === 'common' ? [] : outcomes(indicators).map((indicator) => underGrant(indicator, 'support'))),
    ].map((indicator) => (goalFour === 'common' ? indicator : withoutCutOffs(indicator))),
  });
};

/** The same rules with 推進Ⅰ and 支援Ⅱ alone: one goal in each grant, 200 points. */
export const twoGoals = (): Scheme =>
  checked(
    only(({ grant, goal }) => (grant === 'promotion' && goal === 1) || (grant === 'support' && goal === 2), {
      maxPoints: 200,
      grants: grants.map((grant) => ({ grant, maxPoints: 100 })),
    }),
  );

/** The same rules with 推進 alone, as no year can be: a linter refuses them. */
export const oneGrant = (): Scheme =>
  only(({ grant }) => grant === 'promotion', { maxPoints: 300, grants: [{ grant: 'promotion', maxPoints: 300 }] });

const only = (
  kept: (part: { readonly grant: string; readonly goal: number }) => boolean,
  maxima: Pick<Scheme, 'maxPoints' | 'grants'>,
): Scheme => {
  const scheme = nextYear('common');
  const [goals, indicators] = [scheme.goals.filter(kept), scheme.indicators.filter(kept)];
  return { ...scheme, ...maxima, goals, indicators };
};

const grants = ['promotion', 'support'] as const;

/** 支Ⅰ活動9 keeps 2 of its 4 points (the best alternative has 2 criteria), and a tenth of 2 follows it. */
const tenthAfter = (indicator: Indicator): readonly Indicator[] => {
  if (indicator.id !== 'S1a9') return [indicator];
  const kept = indicator.criteria.filter(({ label }) => /^[アイ][①②]$/.test(label));
  return [
    { ...indicator, maxPoints: 2, criteria: kept },
    {
      ...indicator,
      id: 'S1a10',
      number: 10,
      name: '十番目の活動指標',
      maxPoints: 2,
      combine: 'sum',
      rule: { kind: 'marked' },
      criteria: [
        { id: 'S1a10a', label: 'ア', points: 1 },
        { id: 'S1a10b', label: 'イ', points: 1 },
      ],
    },
  ];
};

/** The indicators of goal Ⅳ, and a sixth after them. */
const outcomes = (indicators: readonly Indicator[]): readonly Indicator[] => {
  const own = indicators.filter(({ grant }) => grant === 'common');
  const [first] = own;
  if (first === undefined) throw new Error('nextYear: R8 has no goal Ⅳ');
  return [
    ...own,
    {
      ...first,
      id: 'C4o6',
      number: 6,
      name: '六番目の成果指標',
      combine: 'sum',
      rule: { kind: 'marked' },
      criteria: [
        { id: 'C4o6a', label: 'ア', points: 15 },
        { id: 'C4o6b', label: 'イ', points: 5 },
      ],
    },
  ];
};

const underGrant = (indicator: Indicator, grant: (typeof grants)[number]): Indicator => {
  const letter = grant === 'promotion' ? 'P' : 'S';
  const moved = <Part extends Indicator | Criterion>(part: Part): Part => ({
    ...part,
    id: `${letter}${part.id.slice(1)}`,
  });
  return { ...moved(indicator), grant, criteria: indicator.criteria.map(moved) };
};

/** A coming year does not know yet from which total the tiers of 推Ⅰ活動1 are reached. */
const withoutCutOffs = (indicator: Indicator): Indicator =>
  indicator.rule.kind === 'tier-on-own-total'
    ? { ...indicator, rule: { kind: 'tier-on-own-total', cutOffs: 'unspecified' } }
    : indicator;

const checked = (scheme: Scheme): Scheme => {
  const read = readScheme(scheme);
  if (!read.ok) throw new Error(`nextYear: ${JSON.stringify(read.problems)}`);
  return read.value;
};

/** An invented answer: the wider steps of a measure are met and the narrower ones not, as tiers go. */
export const isMet = ({ id, label }: Criterion): boolean =>
  (label.length > 1 ? '①②③④⑤⑥⑦⑧⑨'.indexOf(label.charAt(1)) : 'アイウエオカキク'.indexOf(label)) <= id.length % 3;

/** A straightforward sum of these answers, knowing nothing of the engine: indicators into goals' grants, then both. */
export const straightSum = (
  scheme: Scheme,
): { readonly promotion: number; readonly support: number; readonly total: number } => {
  const pointsOf = ({ combine, criteria }: Indicator): number => {
    const sums = new Map<string, number>();
    for (const one of criteria) {
      const alternative = combine === 'sum' ? '' : one.label.charAt(0);
      sums.set(alternative, (sums.get(alternative) ?? 0) + (isMet(one) ? one.points : 0));
    }
    return Math.max(...sums.values());
  };
  let [promotion, support] = [0, 0];
  for (const indicator of scheme.indicators) {
    if (cutOffsOf(indicator) !== undefined) continue;
    if (indicator.grant !== 'support') promotion += pointsOf(indicator);
    if (indicator.grant !== 'promotion') support += pointsOf(indicator);
  }
  // 推Ⅰ活動1 where its cut-offs are known: what all the other points reach.
  const others = promotion + support;
  for (const indicator of scheme.indicators) {
    for (const [at, cutOff] of (cutOffsOf(indicator) ?? []).entries()) {
      if (others >= cutOff) promotion += indicator.criteria[at]?.points ?? 0;
    }
  }
  return { promotion, support, total: promotion + support };
};

const cutOffsOf = ({ rule }: Indicator): readonly number[] | undefined =>
  rule.kind === 'tier-on-own-total' && rule.cutOffs !== 'unspecified' ? rule.cutOffs : undefined;
