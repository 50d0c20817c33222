import { asksOf, type Decision } from '../../answers';
import { municipalitiesOf, onlyMunicipality, standpointOf, type Results } from '../../evaluation';
import type { YenRange } from '../../allocation';
import { groupedBy } from '../../kernel';
import { stakeOf } from '../../outlook';
import { answerable, type AskedCell, type Problem } from '../../problems';
import { criterionIndexOf, criterionNotation, type Scheme } from '../../schemes';
import type { WorkbookContent } from '../../workbook';

/** A cell that is asked about, with its criterion as staff write it. */
export interface CheckCell extends AskedCell {
  readonly about: string | undefined;
  /** Whose answer it is, where several municipalities are in hand. */
  readonly town: string | undefined;
  /** What it is worth from unmet to met; undefined where nothing tells. */
  readonly yen: YenRange | undefined;
}

/** One line of 確認: a doubt, or several alike that one press settles. */
export interface CheckItem {
  /** One of its own for each line, the same as long as the doubt is the same. */
  readonly key: string;
  readonly problems: readonly Problem[];
  /** [○][×], [この読み方でよい], or only a way to the cell. */
  readonly answer: ReturnType<typeof answerable>;
  readonly cells: readonly CheckCell[];
  /** A decision that counts no more, and is what the line is about: [取り消す] takes it away. */
  readonly outdated: Decision | undefined;
  /** Whose answers they are, where several municipalities are in hand; else none. */
  readonly towns: readonly string[];
  /** The criterion as staff write it, 推進Ⅱ体制1 ア 給付費…; undefined where the doubt is not about one. */
  readonly about: string | undefined;
  /** 配点 of the criteria asked about; what they move in the total may be another figure (rules/bad-inputs.md#what-users-demand). */
  readonly points: number;
  /** What the answer is worth, of several cells from all unmet to all met as one decision; undefined where nothing tells. */
  readonly yen: YenRange | undefined;
}

/** What a result says of a decision is a copy of what the decision was told. */
const isSame = (one: Problem, other: Problem): boolean =>
  one.name === other.name && one.sheet === other.sheet && one.cell === other.cell && one.found === other.found;

/** A prefecture has at most 179. */
const mostTowns = 200;
/** So many alike fold into one line. */
const fewestAlike = 3;

/** What a person has to decide, dearest first, likes in one line; and what is only told. */
export const checkItems = (
  results: Results,
  content: WorkbookContent,
): { readonly open: readonly CheckItem[]; readonly told: readonly Problem[] } => {
  const yenOf = pricing(results);
  const townOf = townsByCell(results);
  const outdatedOf = (problem: Problem): Decision | undefined => {
    const [only, ...more] = (results.decisions?.void ?? []).filter(({ problem: said }) => isSame(said, problem));
    return more.length > 0 ? undefined : only?.decision;
  };
  const itemOf = (problems: readonly Problem[]): CheckItem => {
    const [first] = problems;
    if (first === undefined) throw new RangeError('itemOf: no problem');
    const single = problems.length === 1 ? first : undefined;
    const about = aboutIn(results.scheme, single?.criterion);
    const cells = problems.flatMap((one) =>
      asksOf(one, content).map((cell): CheckCell => ({
        ...cell,
        about: aboutIn(results.scheme, cell.criterion),
        town: townOf(cell),
        yen: yenOf([cell]),
      })),
    );
    const answer = answerable(first);
    return {
      key: problems
        .map(({ code, sheet, cell, criterion, found }) => [code, sheet, cell, criterion, found].join('/'))
        .join(),
      problems,
      answer,
      outdated: outdatedOf(first),
      towns: [...new Set([first, ...cells].flatMap((one) => townOf(one) ?? []))],
      cells,
      about,
      points: problems.reduce((sum, { pointsAtStake = 0 }) => sum + pointsAtStake, 0),
      yen: cells.length > 1 && answer === 'met-unmet' ? yenOf(cells) : single && yenOf([single]),
    };
  };
  const problems = results.problems.filter(({ severity }) => severity !== 'info');
  const alike = [...groupedBy(problems, (one) => [one.name, one.found, one.sheet, townOf(one)].join('\n')).values()];
  const items = alike.flatMap((group) => {
    const [first] = group;
    // Only what one press settles may fold.
    const folds = group.length >= fewestAlike && first?.cell !== undefined && answerable(first) === 'met-unmet';
    return folds ? [itemOf(group)] : group.map((one) => itemOf([one]));
  });
  return {
    open: numbered(items).toSorted((one, other) => graveness(other) - graveness(one) || other.points - one.points),
    told: results.problems.filter(({ severity }) => severity === 'info'),
  };
};

/** Doubts without a place may be told in the same words, as of each of several municipalities. */
const numbered = (items: readonly CheckItem[]): readonly CheckItem[] => {
  const times = new Map<string, number>();
  return items.map((item) => {
    const before = times.get(item.key) ?? 0;
    times.set(item.key, before + 1);
    return before === 0 ? item : { ...item, key: `${item.key} ${String(before)}` };
  });
};

/** 推進Ⅱ体制1 ア　給付費… */
const aboutIn = (scheme: Scheme, criterion: string | undefined): string | undefined => {
  const entry = criterionIndexOf(scheme).byId.get(criterion ?? '');
  return entry && `${criterionNotation(entry)}　${entry.indicator.name}`;
};

const graveness = ({ problems }: CheckItem): number => Number(problems.some(({ severity }) => severity === 'stop'));

/** The municipality of the cell a problem names; nobody is named where there is only one. */
const townsByCell = (results: Results): ((place: Pick<Problem, 'sheet' | 'cell'>) => string | undefined) => {
  const towns = municipalitiesOf(results);
  if (towns.length < 2 || towns.length > mostTowns || results.subject === 'nation') return () => undefined;
  const known = new Map<string, string>();
  const { all } = criterionIndexOf(results.scheme);
  for (const { identity, cellOf } of towns)
    for (const { index } of all) {
      const place = cellOf(index);
      if (place !== undefined) known.set(`${place.sheet}!${place.cell}`, identity.name);
    }
  return ({ sheet, cell }) => known.get(`${sheet ?? ''}!${cell ?? ''}`);
};

/** Of one municipality, what some answers are worth from unmet to met; undefined unless all of them are to criteria. */
const pricing = (results: Results): ((asked: readonly Pick<Problem, 'criterion'>[]) => YenRange | undefined) => {
  const town = onlyMunicipality(results);
  if (town === undefined || results.subject === 'facts') return () => undefined;
  const standpoint = standpointOf(results, town);
  const { byId } = criterionIndexOf(results.scheme);
  return (asked) => {
    const criteria = asked.flatMap(({ criterion = '' }) => byId.get(criterion)?.index ?? []);
    if (standpoint.money === undefined || criteria.length === 0 || criteria.length < asked.length) return undefined;
    return stakeOf(standpoint, criteria).yen ?? undefined;
  };
};
