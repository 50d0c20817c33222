import { fiscalYearLabel, inThousandYen, inYen, rangeInWords, type FiscalYear, type Yen } from '../kernel';
import { problem, type Problem } from '../problems';
import type { Grant } from '../schemes';
import type { MoneyGrant, Settings } from '../settings';
import { explainAllotment, type MunicipalityAllocation } from './allocation';
import {
  basesBestFirst,
  certainAmount,
  municipalityGrants,
  type GrantAmount,
  type GrantBasis,
  type MunicipalityGrants,
} from './grants';

/** The settings that tell amounts of this year and the year before. */
type TellingNotices = Pick<Settings, 'notice' | 'lastYear' | 'places'>;

/** What is at hand for one municipality and year; the best of it decides each amount. */
export interface KnownAmounts {
  readonly settings: TellingNotices | undefined;
  readonly share: MunicipalityAllocation | undefined;
  readonly estimate: MunicipalityGrants | undefined;
}

/**
 * Chooses, grant by grant: the notice, else the share from a plan, else the estimate; null when a grant has none of them.
 * Notices more than 30 % away from last year's amount, or outside the estimate's band, are flagged: 円 and 千円 get mixed
 * up. So is one that is not the share of a plan that was given, which tells of the plan.
 */
export const decideGrants = (
  year: FiscalYear,
  { settings, share, estimate }: KnownAmounts,
): { readonly grants: MunicipalityGrants | null; readonly problems: readonly Problem[] } => {
  const notice = (grant: MoneyGrant): GrantAmount | undefined => {
    const told = settings?.notice[grant];
    return told === undefined ? undefined : noticed(year, told);
  };
  const choose = (grant: 'promotion' | 'support'): GrantAmount | undefined => {
    const shared = share?.[grant];
    return best({
      notice: notice(grant),
      share: shared && certainAmount(shared.yen, 'share', explainAllotment(shared)),
      estimate: estimate?.[grant],
    });
  };
  const promotion = choose('promotion');
  const support = choose('support');
  const frame = share?.frames.find(({ id }) => id === outcomeOrientedId);
  const outcomeOriented = best({
    notice: notice('outcomeOriented'),
    share: frame && certainAmount(frame.yen, 'share', [`${frame.name}の定額`]),
    estimate: undefined,
  });
  return {
    grants:
      promotion === undefined || support === undefined
        ? null
        : municipalityGrants(promotion, support, outcomeOriented ?? null),
    problems:
      settings === undefined
        ? []
        : [
            ...noticeProblems(settings),
            ...(share === undefined ? [] : noticesOffTheShare(settings, share)),
            ...(estimate === undefined ? [] : noticesOffTheBand(settings, estimate)),
          ],
  };
};

const best = (known: Readonly<Record<GrantBasis, GrantAmount | undefined>>): GrantAmount | undefined =>
  basesBestFirst.map((basis) => known[basis]).find((amount) => amount !== undefined);

/** The frame's id in the packaged plans. */
const outcomeOrientedId = 'outcomeOriented';

const noticed = (year: FiscalYear, amount: Yen): GrantAmount =>
  certainAmount(amount, 'notice', [`${fiscalYearLabel(year)}の内示額（設定に入力された額）`]);

const noticeLabels: readonly (readonly [Grant, string])[] = [
  ['promotion', '内示額（推進・通常枠）'],
  ['support', '内示額（支援）'],
];

const noticeProblems = ({ notice, lastYear }: TellingNotices): readonly Problem[] =>
  noticeLabels.flatMap(([grant, label]) => {
    const now = notice[grant];
    const before = lastYear.yen[grant];
    return now === undefined || before === undefined
      ? []
      : checkSanity(now, { yen: before, words: '前年度の額' }, { label });
  });

const noticesOffTheShare = (settings: TellingNotices, share: MunicipalityAllocation): readonly Problem[] =>
  toldNotices(settings).flatMap(({ grant, told, label, place }) => {
    const { yen } = share[grant];
    return told === yen ? [] : [problem('notice-off-share', { ...place, expected: printed(yen) }, { label })];
  });

/** A notice more than 30 % beyond either end of what its points would bring; the estimate may be wrong as well. */
const noticesOffTheBand = (settings: TellingNotices, estimate: MunicipalityGrants): readonly Problem[] =>
  toldNotices(settings).flatMap(({ grant, told, label, place }) => {
    const { low, high } = estimate[grant];
    if (told * 100n >= low * (100n - bandPercent) && told * 100n <= high * (100n + bandPercent)) return [];
    const expected = rangeInWords(inThousandYen(low), inThousandYen(high));
    return [problem('notice-off-estimate', { ...place, expected }, { label })];
  });

/** The notices that were told, with the place a problem names. */
const toldNotices = ({ notice, places }: TellingNotices) =>
  noticeLabels.flatMap(([grant, label]) => {
    const told = notice[grant];
    if (told === undefined) return [];
    const { sheet, cell } = places.get(`notice.${grant}`) ?? {};
    return [{ grant, told, label, place: { sheet, cell, found: printed(told) } }];
  });

const printed = (amount: Yen): string => (amount % 1000n === 0n ? inThousandYen(amount) : inYen(amount));

/** The band of rules/bad-inputs.md#b102, in percent either side. */
const bandPercent = 30n;

/**
 * Asks a person to look when an amount lies more than 30 % from what it is compared with (last year, an estimate):
 * mixed-up units are off by a thousand. Exactly 30 % is still fine; a comparison with zero says nothing.
 */
export const checkSanity = (
  amount: Yen,
  reference: { readonly yen: Yen; readonly words: string },
  place: { readonly label: string; readonly sheet?: string | undefined; readonly cell?: string | undefined },
): readonly Problem[] => {
  if (reference.yen <= 0n) return [];
  const distance = amount > reference.yen ? amount - reference.yen : reference.yen - amount;
  if (distance * 100n <= reference.yen * bandPercent) return [];
  const print = amount % 1000n === 0n && reference.yen % 1000n === 0n ? inThousandYen : inYen;
  return [
    problem(
      'amount-out-of-band',
      { sheet: place.sheet, cell: place.cell, found: print(amount), expected: print(reference.yen) },
      { label: place.label, basis: reference.words },
    ),
  ];
};
