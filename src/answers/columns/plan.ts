import type { FiscalYear } from '../../kernel';
import { ownColumns } from './ownColumns';
import { areFullMarks, holdsAnswers, holdsCodes, holdsMarks, holdsPoints, isEmpty, type Profile } from './profile';

/** Columns that answer together: one, or the yes and the no half of a pair. */
export interface Unit {
  readonly kind: 'single' | 'pair';
  /** A pair's in the order yes, no, not applicable; each may stand several times. */
  readonly columns: readonly Profile[];
}

/** All columns of one municipality and one year that answer together. */
export interface GroupPlan {
  /** The first column whose header names the municipality. */
  readonly named: Profile | undefined;
  readonly units: readonly Unit[];
  /** How several units belong together: `departments` share the rows, `stages` are versions of one answer. */
  readonly kind: 'one' | 'departments' | 'stages' | 'several';
  readonly lastYear: readonly Profile[];
  /** Columns of the same municipality that look like answers or points, and do not answer. */
  readonly beside: readonly Profile[];
  /** Their columns of remarks, which are not profiled. */
  readonly remarks: readonly Profile[];
  /** Columns that name nobody and stand by no municipality in particular; told with the first group. */
  readonly nobodys: readonly Profile[];
}

/** Sorts the profiled columns into one group for each municipality. */
export const planGroups = (profiles: readonly Profile[], year: FiscalYear | undefined): readonly GroupPlan[] => {
  const { groups, nobodys } = ownColumns(profiles);
  return groups.map((own, at) => {
    const plan = planGroup(own.filter(isNoRemark), year);
    const remarks = own.filter((one) => one.meaning.kind === 'note' && !isOtherYear(one, year, false));
    const named = own.find(({ meaning }) => meaning.municipality !== undefined);
    return { ...plan, named, remarks, nobodys: at === 0 ? nobodys.filter(isNoRemark) : [] };
  });
};

/** Figures answer as little as remarks do, and say nothing of the answers either. */
const isNoRemark = ({ meaning: { kind } }: Profile): boolean => kind !== 'note' && kind !== 'figure';

const planGroup = (
  profiles: readonly Profile[],
  year: FiscalYear | undefined,
): Omit<GroupPlan, 'named' | 'remarks' | 'nobodys'> => {
  const namesYear = profiles.some(({ meaning }) => meaning.year === 'this' || meaning.year === year);
  const lastYear = profiles.filter((profile) => isOtherYear(profile, year, namesYear));
  const current = profiles.filter((profile) => !lastYear.includes(profile));
  const stages = current.filter((profile) => profile.meaning.stage !== undefined && holdsVerdicts(profile, current));
  const staged = current.filter(({ meaning }) => meaning.stage !== undefined);
  const base = baseUnits(ofThisYear(current.filter((profile) => !staged.includes(profile))), stages.length > 0);
  const units = [...base, ...unitsOf(stages)];
  // A version that stands alone is the answer, whatever it is called.
  const first = units.length > 0 ? units : unitsOf(staged).slice(0, 1);
  const copies = current.filter((profile) => first.length === 1 && isNearCopy(profile, first[0]));
  const chosen = [...first, ...unitsOf(copies)];
  const used = new Set(chosen.flatMap(({ columns }) => columns));
  return {
    units: chosen,
    kind:
      chosen.length <= 1 ? 'one' : stages.length > 0 ? 'stages' : areDepartments(chosen) ? 'departments' : 'several',
    lastYear,
    beside: current.filter((profile) => !used.has(profile)),
  };
};

/** R7実績 is last year's beside R8, and the deeds of this year's answers where nothing else names a year. */
const isOtherYear = (
  { meaning: { year, deeds } }: Profile,
  asked: FiscalYear | undefined,
  besideThis: boolean,
): boolean => {
  if (year === 'last' || (year === undefined && besideThis && deeds !== undefined && deeds !== asked)) return true;
  return year !== undefined && year !== 'this' && asked !== undefined && year !== asked;
};

/**
 * Where columns of answers name this year, those without a year do not answer for it; but 回答 with marks beside nothing but
 * 令和6年度 does: which of the two is meant, nobody can know.
 */
const ofThisYear = (profiles: readonly Profile[]): readonly Profile[] => {
  const dated = profiles.filter((profile) => profile.meaning.year !== undefined && isStrong(profile));
  if (dated.length === 0) return profiles;
  const onlyYears = dated.every((one) => one.meaning.kind === 'year' && holdsMarks(one));
  const alsoAnswers = (one: Profile): boolean =>
    onlyYears && one.meaning.kind === 'answer' && !isEmpty(one) && isStrong(one);
  return profiles.filter((one) => one.meaning.year !== undefined || alsoAnswers(one));
};

/** Says the same as the answers but for a few rows: another version of them, whatever stands over it. */
const isNearCopy = (profile: Profile, unit: Unit | undefined): boolean => {
  const [answer, ...others] = unit?.columns ?? [];
  const { yes, no, filled } = profile.counts;
  if (answer === undefined || others.length > 0 || answer === profile || !isUnnamed(profile)) return false;
  if (!holdsMarks(profile) || yes === 0 || no === 0) return false;
  const differing = profile.readings.filter(({ kind }, at) => {
    const own = answer.readings[at]?.kind;
    return (kind === 'met' && own === 'unmet') || (kind === 'unmet' && own === 'met');
  }).length;
  return differing > 0 && differing * 10 <= filled && filled * 5 >= answer.counts.filled * 4;
};

/** Its header promises answers, and nothing in it speaks against that. */
const isStrong = (profile: Profile): boolean => {
  const { kind } = profile.meaning;
  if (kind === 'answer' || kind === 'yes') return isEmpty(profile) || holdsAnswers(profile);
  return kind === 'year' && (isEmpty(profile) || holdsMarks(profile) || holdsPoints(profile) || holdsCodes(profile));
};

/** A column 確認 with nothing but ✓ or 済 says that somebody looked; where it speaks against every answer, what changed. */
const holdsVerdicts = (profile: Profile, all: readonly Profile[]): boolean => {
  const { no, numbers, filled } = profile.counts;
  if (!holdsAnswers(profile)) return false;
  if (profile.meaning.stage !== 'confirmed' || isChoice(profile) || no > 0 || numbers > 0) return true;
  const answers = all.filter((other) => other.meaning.stage !== 'confirmed' && holdsAnswers(other));
  const onlyChanges = profile.readings.every(
    ({ kind }, at) => kind === 'blank' || answers.every(({ readings }) => readings[at]?.kind !== kind),
  );
  return answers.length > 0 && onlyChanges && filled * 5 <= profile.readings.length;
};

/** The columns that answer without being a version: the plainest kind that is there. */
const baseUnits = (profiles: readonly Profile[], hasStages: boolean): readonly Unit[] => {
  const all = unitsOf(profiles);
  const of = (fits: (profile: Profile) => boolean): readonly Unit[] =>
    all.filter(({ kind, columns: [first] }) => kind === 'single' && first !== undefined && fits(first));
  const pairs = all.filter(({ kind }) => kind === 'pair');
  const departments = of(({ meaning }) => meaning.kind === 'department');
  const sections = withShortNames(
    departments,
    of((profile) => isUnnamed(profile) && holdsMarks(profile)),
  );
  const underAnswer = departments.some(({ columns }) => columns.some(({ meaning }) => meaning.underAnswer === true));
  const strong = [...pairs, ...of(isStrong), ...(underAnswer ? sections : [])];
  if (strong.length > 0) return strong;
  if (departments.some(({ columns }) => columns.some(holdsMarks))) return sections;
  const plain = of((profile) => isUnnamed(profile) && holdsMarks(profile));
  if (plain.length > 0) return fullest(plain);
  if (hasStages) return [];
  const promised = of(({ meaning }) => meaning.kind === 'answer' || meaning.kind === 'yes');
  const points = of((profile) => isEarned(profile) && (isEmpty(profile) || holdsPoints(profile))).slice(0, 1);
  const otherPoints = of((profile) => isUnnamed(profile) && holdsPoints(profile));
  const inPoints = points.length > 0 ? points : otherPoints;
  const unread = promised.flatMap(({ columns }) => columns);
  if (inPoints.length > 0 && inPoints.every(({ columns }) => columns.every((one) => fitsWords(one, unread))))
    return inPoints;
  if (promised.length > 0) return promised;
  const earned = of((profile) => isEarned(profile) && !areFullMarks(profile));
  if (earned.length > 0) return earned.slice(0, 1);
  const meant = of((profile) => profile.meaning.kind === 'plan' && holdsMarks(profile));
  return meant.length > 0 ? meant : of((profile) => saysWhatIsNotMet(profile) && holdsAnswers(profile));
};

/** The answers of a form that says what is not met: they are asked about (columns/turnedMarks.ts). */
const saysWhatIsNotMet = ({ meaning: { kind } }: Profile): boolean =>
  kind === 'lack' || kind === 'lost' || kind === 'no' || kind === 'not-applicable';

/** 介護 and 健康 beside 包括支援センター: sections without their 課, where they share the rows with those that have it. */
const withShortNames = (departments: readonly Unit[], plain: readonly Unit[]): readonly Unit[] => {
  const short = plain.filter(({ columns }) => columns.every(mayBeSection));
  const all = [...departments, ...short];
  const shares = departments.length > 0 && shareRows(all.flatMap(({ columns }) => columns));
  return shares ? all.sort((one, other) => leftmost(one) - leftmost(other)) : departments;
};

/** Named by the field of a section, or answering with both yes and no. */
const mayBeSection = ({ header: { texts }, counts: { yes, no } }: Profile): boolean =>
  (yes > 0 && no > 0) || texts.some((text) => sectionFields.test(text));

const sectionFields =
  /^(?:介護|健康|福祉|高齢者?|長寿|保健|保険|国保|医療|地域|予防|包括|総務|企画|財政|住民|市民|町民|生活|支援|推進|連携|づくり|増進|いきがい|生きがい)+$/;

const leftmost = ({ columns }: Unit): number => columns[0]?.column ?? 0;

/** Points that say of every word in a column nobody can read (高, 低, A, B) one and the same; prose says nothing. */
const fitsWords = ({ readings }: Profile, columns: readonly Profile[]): boolean =>
  columns.every((column) => {
    const earned = new Map<string, Set<boolean>>();
    for (const [at, reading] of column.readings.entries()) {
      const points = readings[at];
      if (reading.kind !== 'held' || points?.kind !== 'number') continue;
      earned.set(reading.text, (earned.get(reading.text) ?? new Set()).add(points.value > 0));
    }
    return earned.size > mostWords || [...earned.values()].every((said) => said.size === 1);
  });

/** More different texts than these are prose. */
const mostWords = 5;

const isEarned = ({ meaning }: Profile): boolean => meaning.kind === 'earned';
const isUnnamed = ({ meaning }: Profile): boolean => meaning.kind === 'unknown' || meaning.kind === 'none';

/** A column with a mark here and there marks something else than the answers. */
const fullest = (units: readonly Unit[]): readonly Unit[] => {
  const filled = ({ columns: [first] }: Unit): number => first?.counts.filled ?? 0;
  const most = Math.max(...units.map(filled));
  const total = units.reduce((sum, unit) => sum + filled(unit), 0);
  const rows = units[0]?.columns[0]?.readings.length ?? 0;
  // Columns that share the rows between them are filled in part, each.
  return total <= rows ? units : units.filter((unit) => filled(unit) * 2 >= most);
};

/**
 * Single columns and pairs: neighbours headed by words for yes and no, each with marks or nothing; a further choice beside
 * them (一部実施, 検討中) belongs to the pair where it shares the rows with it.
 */
const unitsOf = (profiles: readonly Profile[]): readonly Unit[] => {
  const units: Unit[] = [];
  let run: Profile[] = [];
  const close = (): void => {
    units.push(...unitsOfRun(run));
    run = [];
  };
  for (const profile of profiles) {
    const last = run.at(-1);
    const isNeighbour = last !== undefined && last.column + 1 === profile.column;
    const repeats = isChoice(profile) && run.some(({ meaning }) => meaning.kind === profile.meaning.kind);
    if (!isNeighbour || repeats || !(isChoice(profile) || mayBeChoice(profile))) close();
    run.push(profile);
  }
  close();
  return units;
};

const unitsOfRun = (run: readonly Profile[]): readonly Unit[] => {
  const single = (profile: Profile): Unit => ({ kind: 'single', columns: [profile] });
  const choices = run.filter(isChoice);
  const isPair = choices.some(isYes) && choices.some(({ meaning }) => meaning.kind === 'no');
  if (!isPair) return run.map(single);
  const shared = shareRows(run) ? run : choices;
  const pair: Unit = { kind: 'pair', columns: shared };
  return [pair, ...run.filter((profile) => !shared.includes(profile)).map(single)];
};

const isYes = ({ meaning }: Profile): boolean => meaning.kind === 'yes';
const isChoice = (profile: Profile): boolean => {
  const { kind } = profile.meaning;
  return (kind === 'yes' || kind === 'no' || kind === 'not-applicable') && (isEmpty(profile) || holdsAnswers(profile));
};
const mayBeChoice = (profile: Profile): boolean =>
  (isUnnamed(profile) || profile.meaning.kind === 'plan') && holdsMarks(profile);

/** Sections, or unknown words that share the rows of one merged header between them. */
const areDepartments = (units: readonly Unit[]): boolean => {
  const columns = units.flatMap((unit) => unit.columns);
  if (columns.every(({ meaning }) => meaning.kind === 'department')) return true;
  const over = columns.map(({ header: { texts } }) => (texts.length > 1 ? texts.at(-1) : undefined));
  const alike = over[0] !== undefined && over.every((text) => text === over[0]);
  const mayBeSections = columns.every((one) => isUnnamed(one) || one.meaning.kind === 'department');
  return (alike || mayBeSections) && shareRows(columns);
};

/** No row is answered by two of the columns, but for few. */
const shareRows = (columns: readonly Profile[]): boolean => {
  const rows = columns[0]?.readings.length ?? 0;
  const filled = Array.from(
    { length: rows },
    (_, at) => columns.filter(({ readings }) => readings[at] !== undefined && readings[at].kind !== 'blank').length,
  );
  const answered = filled.filter((count) => count > 0).length;
  const shared = filled.filter((count) => count > 1).length;
  return answered > 0 && shared * 20 <= answered;
};
