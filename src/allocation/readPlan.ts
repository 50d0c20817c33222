import { at } from '../kernel';
import type { Result } from '../problems';
import { readShaped, unlessFaulty } from '../schemes';
import { AllocationPlanFile, type AllocationPlan } from './plan';

/**
 * Reads an allocation plan (a user's, or ours before it is packaged), given as parsed JSON: caps, strict schema, linters.
 * Refuses with the first twenty faults, each naming its place; never throws, whatever it is given.
 */
export const readPlan = (data: unknown): Result<AllocationPlan> => {
  const shaped = readShaped(AllocationPlanFile, data, 'plan-shape');
  return shaped.ok ? unlessFaulty(shaped.value, lintPlan(shaped.value), 'plan-lint') : shaped;
};

/** A figure of a plan that contradicts another, and where. */
interface PlanFault {
  readonly place: string;
  readonly message: string;
}

/** Everything in a plan that its shape allows but its meaning does not: pots that do not add up, bounds out of order … */
const lintPlan = (plan: AllocationPlan): readonly PlanFault[] => [
  ...potFaults(plan),
  ...classFaults(plan),
  ...frameFaults(plan),
  ...limitFaults(plan),
  ...sourceFaults(plan),
];

const grants = ['promotion', 'support'] as const;

const potFaults = ({ pots, total }: AllocationPlan): readonly PlanFault[] => [
  ...grants.flatMap((grant) => {
    const { national, municipal, prefecture } = pots[grant];
    return municipal.yen + prefecture.yen === national.yen
      ? []
      : [
          {
            place: `pots.${grant}`,
            message: `市町村分 ${municipal.yen} 円＋都道府県分 ${prefecture.yen} 円が、総額 ${national.yen} 円と一致しません`,
          },
        ];
  }),
  ...(pots.promotion.national.yen + pots.support.national.yen === total.yen
    ? []
    : [
        {
          place: 'total',
          message: `推進 ${pots.promotion.national.yen} 円＋支援 ${pots.support.national.yen} 円が、合計 ${total.yen} 円と一致しません`,
        },
      ]),
];

const classFaults = ({ sizeClasses, coefficients }: AllocationPlan): readonly PlanFault[] => {
  const classes = sizeClasses.from.length + 1;
  const bounds = [0, ...sizeClasses.from];
  const ordered = sizeClasses.from.every((bound, place) => bound > at(bounds, place));
  return [
    ...(ordered ? [] : [{ place: 'sizeClasses.from', message: '規模区分の境は 1 以上で、小さい順に並べてください' }]),
    ...(coefficients === 'unspecified'
      ? []
      : grants.flatMap((grant) => [
          ...(coefficients[grant].length === classes
            ? []
            : [
                {
                  place: `coefficients.${grant}`,
                  message: `係数が ${coefficients[grant].length} 個、規模区分は ${classes} 個です`,
                },
              ]),
          ...(coefficients[grant].every((value) => value > 0)
            ? []
            : [{ place: `coefficients.${grant}`, message: '係数は 0 より大きくしてください' }]),
        ])),
  ];
};

const frameFaults = ({ frames, sizeClasses, pots }: AllocationPlan): readonly PlanFault[] => {
  const ids = frames.map(({ id }) => id);
  const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...repeated.map((id) => ({ place: 'frames', message: `配分枠 ${id} が二つあります` })),
    ...frames.flatMap((frame): readonly PlanFault[] => {
      if (frame.kind !== 'flat') return [];
      const classes = sizeClasses.from.length + 1;
      const known = frame.perClass.map(({ places }) => (places === 'unspecified' ? 0 : places));
      const sum = known.reduce((all, places) => all + places, 0);
      const complete = frame.perClass.every(({ places }) => places !== 'unspecified');
      const reserved = frame.perClass.reduce(
        (all, { yen, places }) =>
          yen === 'unspecified' || places === 'unspecified' ? all : all + yen * BigInt(places),
        0n,
      );
      return [
        ...(frame.perClass.length === classes
          ? []
          : [
              {
                place: `frames.${frame.id}`,
                message: `区分が ${frame.perClass.length} 個、規模区分は ${classes} 個です`,
              },
            ]),
        ...(frame.places === 'unspecified' || sum === frame.places || (!complete && sum < frame.places)
          ? []
          : [
              {
                place: `frames.${frame.id}`,
                message: `区分ごとの市町村数の計 ${sum} が、全体 ${frame.places} と一致しません`,
              },
            ]),
        ...(frame.from === 'outside' || reserved < pots[frame.from].municipal.yen
          ? []
          : [{ place: `frames.${frame.id}`, message: `枠の額 ${reserved} 円が、もとの市町村分に収まりません` }]),
      ];
    }),
  ];
};

const limitFaults = ({ transition, caps }: AllocationPlan): readonly PlanFault[] => [
  ...(typeof transition === 'object' && (transition.percentOfLastYear <= 0 || transition.percentOfLastYear > 100)
    ? [{ place: 'transition', message: '激変緩和の割合は 1 から 100（％）にしてください' }]
    : []),
  ...(typeof caps.multiple === 'object' && caps.multiple.percentOfInsuredShare < 100
    ? [{ place: 'caps.multiple', message: '上限の倍率は 100（％）以上にしてください' }]
    : []),
];

const sourceFaults = (plan: AllocationPlan): readonly PlanFault[] => {
  const known = new Set(plan.documents.map(({ id }) => id));
  const cited = [
    plan.total.source,
    ...grants.flatMap((grant) => Object.values(plan.pots[grant]).map(({ source }) => source)),
    plan.sizeClasses.source,
    ...(plan.coefficients === 'unspecified' ? [] : [plan.coefficients.source]),
    ...plan.frames.map(({ source }) => source),
    ...(typeof plan.transition === 'object' ? [plan.transition.source] : []),
    ...(typeof plan.caps.required === 'object' ? [plan.caps.required.source] : []),
    ...(typeof plan.caps.multiple === 'object' ? [plan.caps.multiple.source] : []),
    plan.rounding.source,
  ];
  return [...new Set(cited.map(({ document }) => document).filter((id) => !known.has(id)))].map((id) => ({
    place: 'documents',
    message: `出典 ${id} が文書の一覧にありません`,
  }));
};
