import type { FiscalYear } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { columnName } from '../../workbook';
import { answerState } from '../answerState';
import type { MarkMeanings } from '../marks';
import type { AnswerColumn, AnswerTable } from '../tables/answerTable';
import type { TableRows } from '../tables/tableRows';
import { isTurned } from '../tables/turned';
import { codeListAround, codeListOver, saysNothingNew, type CodeList } from './codes';
import { contradicted, dashesHeld } from './contradictions';
import { corrected } from './corrections';
import { doubted } from './doubts';
import { legendFor, type Legend } from './legends';
import { headerMeaning } from './headerMeaning';
import { columnCalled, headerReader } from './headerTexts';
import { notesAround } from './notes';
import { othersRowsBlank } from './othersRows';
import { planGroups, type GroupPlan } from './plan';
import { columnsInUse, holdsMarks, holdsPoints, profileOf, type AskingRow, type Profile } from './profile';
import { askingRows, readGroup, type GroupReading } from './readGroup';
import { turnsSigns } from './signStatements';
import { heeded } from './turnedMarks';

/** The answers one municipality gave on one table, and the columns they were read from. */
export interface ColumnReading extends GroupReading {
  readonly sheet: string;
  /** The municipality named over the columns, the year, and the cell of the header. */
  readonly owner: AnswerColumn;
  /** 0-based, the columns the answers were read from. */
  readonly columns: readonly number[];
  /** What each column of the municipality was taken for, from the left. */
  readonly roles: readonly ColumnRole[];
}

/** What a column was taken for. */
export interface ColumnRole {
  /** 0-based. */
  readonly column: number;
  readonly header: string;
  readonly role: RoleName;
  /** For columns that look like answers and were not used: how many differ from those that were. */
  readonly differences?: number;
}

export type RoleName =
  | 'answer'
  | 'yes-of-pair'
  | 'no-of-pair'
  | 'department'
  | 'first'
  | 'corrected'
  | 'confirmed'
  | 'last-year'
  | 'points-earned'
  | 'note'
  /** Counts, shares, ranks, full marks. */
  | 'figure'
  | 'unused';

export interface GroupOptions {
  /** The year that is scored; without it no column is another year's. */
  readonly year?: FiscalYear;
  /** What a person said marks mean. */
  readonly meanings: MarkMeanings;
  /** What other sheets write that may explain codes. */
  readonly legends?: readonly Legend[];
}

export interface AnswerGroups {
  readonly groups: readonly ColumnReading[];
  /** The columns beside them that belong to nobody's answers. */
  readonly aside: readonly ColumnRole[];
  readonly problems: readonly Problem[];
}

/** A table of all 1,741 fits. */
const mostColumns = 2000;

/**
 * Finds the columns of a table that hold answers, by what they hold at the rows of the criteria and by all that is
 * written over them, and reads those that belong together as one. Refused columns come back as problems that stop.
 */
export const readAnswerGroups = (table: AnswerTable, rows: TableRows, options: GroupOptions): AnswerGroups => {
  const asking = askingRows(rows.criteria);
  const first = asking[0]?.row;
  if (first === undefined) return { groups: [], aside: [], problems: [] };
  const profiles = profilesOf(table, asking, options.meanings);
  const plans = planned(table, profiles, options.year).filter(({ units }) => units.length > 0);
  if (plans.length === 0) return { groups: [], aside: [], problems: [noAnswerColumn(table, profiles)] };
  const { legends = [] } = options;
  const notes = notesAround(table, first, asking.at(-1)?.row ?? first);
  const around: Around = {
    ...{ table, rows, asking, notes, alone: plans.length === 1 },
    noted: codeListAround(notes),
    turning: notes.find(turnsSigns) ?? turningElsewhere(legends),
    elsewhere: legends.map(({ text }) => text),
  };
  const read = plans.map((plan) => readPlan(around, plan, options));
  const groups = read.flatMap(({ group }) => group ?? []);
  return {
    groups,
    aside: asideOf(profiles, groups),
    problems: read.flatMap(({ problems }) => problems),
  };
};

const turningElsewhere = (legends: readonly Legend[]): string | undefined =>
  legends.find(({ text, isNamed, isBrief }) => (isNamed || isBrief) && turnsSigns(text))?.text;

const asideOf = (profiles: readonly Profile[], groups: readonly ColumnReading[]): readonly ColumnRole[] => {
  const told = new Set(groups.flatMap(({ roles }) => roles.map(({ column }) => column)));
  return profiles
    .filter(({ column }) => !told.has(column))
    .map(({ column, header, meaning: { kind } }) => ({
      column,
      header: header.shown,
      role: kind === 'note' || kind === 'figure' ? kind : 'unused',
    }));
};

/** The columns a table's answers would be read from, for people to choose among: without a scheme, so without its points. */
export const columnsFound = (table: AnswerTable): readonly number[] => {
  const labels = [...table.columns].filter(([role]) => role === 'branch' || role === 'id' || role === 'indicator');
  const asking: AskingRow[] = [];
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const cells = table.sheet.grid[row] ?? [];
    if (labels.some(([, column]) => (cells[column] ?? '') !== '')) asking.push({ row, points: pointsAt(table, row) });
  }
  const { labelledYears, mentionedYears } = table.title;
  const [year, ...others] = new Set([...labelledYears, ...mentionedYears]);
  const plans = planned(table, profilesOf(table, asking, new Map()), others.length === 0 ? year : undefined);
  return plans.flatMap(({ units }) => units.flatMap(({ columns }) => columns.map(({ column }) => column)));
};

const pointsAt = ({ sheet, columns }: AnswerTable, row: number): number | undefined => {
  const column = columns.get('points');
  const value = column === undefined ? undefined : sheet.grid[row]?.[column];
  return typeof value === 'number' ? value : undefined;
};

const profilesOf = (table: AnswerTable, asking: readonly AskingRow[], meanings: MarkMeanings): readonly Profile[] => {
  const { sheet, columns, answerColumns } = table;
  const labels = new Set(columns.values());
  const headerOf = headerReader(table, asking[0]?.row ?? table.headerRow + 1);
  const found = new Set([
    ...columnsInUse(sheet, asking, mostColumns),
    ...answerColumns.map(({ column }) => column),
    ...headedColumns(table),
  ]);
  // Above the first row of labels of a sheet that is read sideways stands its title.
  const firstBeside = isTurned(sheet) ? Math.min(...labels) : 0;
  const profiles = [...found]
    .filter((column) => !labels.has(column) && column >= firstBeside)
    .sort((one, other) => one - other)
    .flatMap((column) => {
      const header = headerOf(column);
      const meaning = headerMeaning(header.texts);
      const isBeside = meaning.kind === 'note' || meaning.kind === 'figure';
      return [profileOf(sheet, isBeside ? [] : asking, column, header, meaning, meanings)];
    });
  return othersRowsBlank(profiles, asking);
};

/** Columns with a header may be empty: a form nobody filled in. */
const headedColumns = ({ sheet, headerRow }: AnswerTable): readonly number[] =>
  (sheet.grid[headerRow] ?? [])
    .slice(0, mostColumns)
    .flatMap((value, column) => (typeof value === 'string' && value !== '' ? [column] : []));

/** A column a person chose answers alone, or with the other half of its pair. */
const planned = (
  table: AnswerTable,
  profiles: readonly Profile[],
  year: FiscalYear | undefined,
): readonly GroupPlan[] => {
  const { chosenColumn } = table;
  const plans = planGroups(profiles, year);
  if (chosenColumn === undefined) return plans;
  const chosen = profiles.filter(({ column }) => column === chosenColumn);
  const pair = plans
    .flatMap(({ units }) => units)
    .find((unit) => unit.columns.some(({ column }) => column === chosenColumn));
  const unit = pair ?? { kind: 'single' as const, columns: chosen };
  const named = unit.columns.find(({ meaning }) => meaning.municipality !== undefined);
  const others = { named, lastYear: [], beside: [], remarks: [], nobodys: [] };
  return unit.columns.length === 0 ? [] : [{ units: [unit], kind: 'one', ...others }];
};

interface PlanRead {
  readonly group?: ColumnReading;
  readonly problems: readonly Problem[];
}

/** What the groups of one table share, read once for all of them. */
interface Around {
  readonly table: AnswerTable;
  readonly rows: TableRows;
  readonly asking: readonly AskingRow[];
  /** Texts that may explain codes. */
  readonly notes: readonly string[];
  readonly noted: CodeList | undefined;
  readonly turning: string | undefined;
  /** Texts of other sheets. */
  readonly elsewhere: readonly string[];
  /** The table has one group only, so that its column 得点 is that group's. */
  readonly alone: boolean;
}

const readPlan = (around: Around, plan: GroupPlan, { meanings, year, legends = [] }: GroupOptions): PlanRead => {
  const { table, rows, asking, notes, noted, turning, elsewhere, alone } = around;
  const columns = plan.units.flatMap((unit) => unit.columns);
  const [first] = columns;
  if (first === undefined) return { problems: [] };
  const list = codeListOver(first.header) ?? noted ?? legendFor(columns, legends);
  // What a person said comes after what the form says, and before what is usual.
  const known: MarkMeanings = list === undefined ? meanings : new Map([...list.meanings, ...meanings]);
  const reread = list === undefined ? plan : withMeanings(around, plan, known);
  const earned = alone && table.earnedColumn !== undefined ? [table.earnedColumn] : [];
  const sums = [...columns.map(({ column }) => column), ...earned];
  const listed = [...(list?.meanings.keys() ?? [])].some((sign) => /\d/.test(sign));
  const plain = readGroup(table, rows, reread, asking, { meanings: known, listed }, sums);
  const said = heeded(table.sheet, plan, plain, { notes, turning, elsewhere, listed: list !== undefined, meanings });
  const before = dashesHeld(table.sheet, reread, said);
  const readsPoints = columns.every(({ counts: { numbers, filled } }) => filled > 0 && numbers * 2 > filled);
  const { reading: heard, refused } = contradicted(table, rows, before, plan.beside, readsPoints);
  if (refused !== undefined) return { problems: [refused] };
  const { reading: settled, told } = corrected(table, heard, plan);
  const reading = doubted(table, rows, settled, reread);
  const zeros = onlyZeros(table, rows, plan, reading);
  if (zeros !== undefined) return { problems: [zeros] };
  const roles = rolesOf(plan, reading, told);
  const { header, meaning } = plan.named ?? first;
  const { municipality } = meaning;
  return {
    group: {
      ...reading,
      sheet: table.sheet.name,
      owner: {
        column: first.column,
        headerCell: header.cell,
        ...(municipality && { municipality }),
        ...(year === undefined ? {} : { year }),
      },
      columns: columns.map(({ column }) => column),
      roles,
      problems: [...obeyed(table, first, list), ...reading.problems, ...unusedColumns(table, roles)],
    },
    problems: [],
  };
};

const withMeanings = ({ table, asking }: Around, plan: GroupPlan, meanings: MarkMeanings): GroupPlan => {
  const again = ({ column, header, meaning }: Profile): Profile =>
    profileOf(table.sheet, asking, column, header, meaning, meanings);
  const reread = othersRowsBlank(
    plan.units.flatMap(({ columns }) => columns.map(again)),
    asking,
  );
  const byColumn = new Map(reread.map((profile) => [profile.column, profile]));
  const columnsOf = ({ columns }: GroupPlan['units'][number]): readonly Profile[] =>
    columns.map((profile) => byColumn.get(profile.column) ?? profile);
  return { ...plan, units: plan.units.map((unit) => ({ ...unit, columns: columnsOf(unit) })) };
};

/** A list of points that has nothing but zeros and leaves most criteria out lists what is missing: it is no form. */
const onlyZeros = (
  { sheet }: AnswerTable,
  { criteria }: TableRows,
  { units }: GroupPlan,
  { saysYes, answers }: GroupReading,
): Problem | undefined => {
  const [first] = units[0]?.columns ?? [];
  const isList = first !== undefined && first.counts.numbers > 0 && first.counts.zeros === first.counts.filled;
  if (saysYes || !isList || first.meaning.kind === 'answer' || answers.length > fewCriteria) return undefined;
  const place = { sheet: sheet.name, cell: first.header.cell, found: columnCalled(first.column, first.header) };
  return problem('zeros-only', place, { count: criteria.length });
};

/** Less than half of any year's criteria. */
const fewCriteria = 130;

/** `told`: columns of which a sentence of their own says how they differ. */
const rolesOf = (
  { units, kind, lastYear, beside, nobodys }: GroupPlan,
  reading: GroupReading,
  told: ReadonlySet<number>,
): readonly ColumnRole[] => {
  const role = ({ column, header }: Profile, name: RoleName, differences?: number): ColumnRole => ({
    column,
    header: header.shown,
    role: name,
    ...(differences === undefined ? {} : { differences }),
  });
  const used = units.flatMap((unit) =>
    unit.columns.map((profile) => {
      if (unit.kind === 'pair') return role(profile, profile.meaning.kind === 'yes' ? 'yes-of-pair' : 'no-of-pair');
      return role(profile, kind === 'departments' ? 'department' : (profile.meaning.stage ?? 'answer'));
    }),
  );
  const aside = [...beside, ...nobodys].map((profile) => {
    if (told.has(profile.column)) return role(profile, profile.meaning.stage ?? 'unused');
    if (profile.meaning.kind === 'earned') return role(profile, 'points-earned');
    const looksLikeAnswers = holdsMarks(profile) || holdsPoints(profile);
    return role(profile, 'unused', looksLikeAnswers ? differencesOf(profile, reading) : undefined);
  });
  return [...used, ...aside, ...lastYear.map((profile) => role(profile, 'last-year'))].sort(
    (one, other) => one.column - other.column,
  );
};

const differencesOf = ({ readings }: Profile, { answers }: GroupReading): number =>
  answers.filter(({ state, criterion }, at) => {
    const reading = readings[at];
    if (state === 'blank' || reading === undefined) return false;
    const said =
      reading.kind === 'number'
        ? reading.value === criterion.criterion.points
        : reading.kind === 'met'
          ? true
          : reading.kind === 'unmet'
            ? false
            : undefined;
    return said !== undefined && state !== (said ? answerState.met : answerState.unmet);
  }).length;

/** The columns that look like answers and were left aside, in one sentence. */
const unusedColumns = ({ sheet }: AnswerTable, roles: readonly ColumnRole[]): readonly Problem[] => {
  const unused = roles.filter(({ role, differences }) => role === 'unused' && differences !== undefined);
  if (unused.length === 0) return [];
  const named = unused
    .slice(0, mostNamed)
    .map(
      ({ column, header, differences }) =>
        `${columnName(column)}列${header === '' ? '' : `「${header}」`}（${String(differences)}件）`,
    );
  return [problem('columns-not-used', { sheet: sheet.name, found: named.join('・') }, { count: unused.length })];
};

const mostNamed = 6;

const obeyed = ({ sheet }: AnswerTable, { header }: Profile, list: CodeList | undefined): readonly Problem[] =>
  list === undefined || saysNothingNew(list)
    ? []
    : [problem('code-list-used', { sheet: sheet.name, cell: header.cell, found: list.text })];

/** No column holds answers: which header was seen, and what there is. */
const noAnswerColumn = ({ sheet, headerRow }: AnswerTable, profiles: readonly Profile[]): Problem => {
  const named = profiles
    .slice(0, mostNamed)
    .map(({ column, header }) => `${columnName(column)}列${header.shown === '' ? '' : `「${header.shown}」`}`);
  const facts = { row: headerRow + 1 };
  return problem(
    'no-answer-column',
    { sheet: sheet.name, found: named.length === 0 ? 'なし' : named.join('・') },
    facts,
  );
};
