import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A published result of one municipality and year, as `answers.json` and `published.json` of its folder say it. */
export interface GoldenCase {
  readonly municipality: string;
  readonly prefecture: string;
  readonly fiscalYear: 'R6' | 'R7' | 'R8';
  /** Points of every criterion above 0, by the id of the year's scheme; criteria that are not here got 0. */
  readonly scored: Readonly<Record<string, number>>;
  readonly published: {
    /** Points by 「推進|Ⅰ|体制・取組」, as far as printed. */
    readonly groups: Readonly<Record<string, number>>;
    /** Points by 「推進|Ⅰ」; goal Ⅳ stands under both grants. */
    readonly goals: Readonly<Record<string, number>>;
    /** Points by 「推進」 and 「支援」. */
    readonly grants: Readonly<Record<string, number>>;
    /** Points by 「推進|Ⅰ|体制・取組|4」, as far as printed. */
    readonly indicators?: Readonly<Record<string, number>>;
    readonly total: number;
    readonly nationalRank: number;
  };
}

const read = (...path: readonly string[]): string => readFileSync(join(__dirname, ...path), 'utf8');

/**
 * Every folder beside this file that holds an `answers.json`, with its name (`kitashiobara-R6`). A folder dropped in here
 * becomes a case of every suite that loops over them; one without `published.json` or `README.md` throws.
 */
export const goldenCases: readonly (readonly [name: string, golden: GoldenCase])[] = readdirSync(__dirname)
  .filter((name) => existsSync(join(__dirname, name, 'answers.json')))
  .map((name) => {
    if (!read(name, 'README.md').includes('Document:')) throw new Error(`${name}/README.md names no document`);
    const answers: Omit<GoldenCase, 'published'> = JSON.parse(read(name, 'answers.json'));
    const published: GoldenCase['published'] = JSON.parse(read(name, 'published.json'));
    return [name, { ...answers, published }];
  });

/** One row of `published/ranks.json`: the total and national rank of a municipality; null = not printed. */
export interface PublishedRank {
  readonly fiscalYear: 'R5' | 'R6' | 'R7' | 'R8';
  readonly prefecture: string;
  readonly municipality: string;
  readonly code: string | null;
  readonly union: string | null;
  readonly total: number | null;
  readonly nationalRank: number | null;
}

interface Rows<Row> {
  readonly rows: readonly Row[];
}

/** Published totals and ranks, with code and wide-area union where printed. */
export const publishedRanks = (): readonly PublishedRank[] => {
  type Row = readonly [PublishedRank['fiscalYear'], string, string, string | null, string | null, number | null, number | null]; // prettier-ignore
  const { rows }: Rows<Row> = JSON.parse(read('published', 'ranks.json'));
  return rows.map(([fiscalYear, prefecture, municipality, code, union, total, nationalRank]) => ({
    fiscalYear,
    prefecture,
    municipality,
    code,
    union,
    total,
    nationalRank,
  }));
};

/** Published amounts of R6: prefecture, municipality, points of both grants, yen of both grants. */
export const publishedAmounts = (): readonly PublishedAmount[] => {
  const { rows }: Rows<PublishedAmount> = JSON.parse(read('published', 'amounts-R6.json'));
  return rows;
};

/** The points are null where only the amount was printed. */
type PublishedAmount = readonly [prefecture: string, municipality: string, total: number | null, yen: number];

type TranscribedCriterion = readonly [id: string, label: string, points: number, municipalities: number];
type TranscribedIndicator = readonly [id: string, name: string, maxPoints: number, readonly TranscribedCriterion[]];

/** The criteria of a year as transcribed a second time, apart from the scheme. */
export const transcribedCriteria = (year: string): readonly TranscribedIndicator[] => {
  const { rows }: Rows<TranscribedIndicator> = JSON.parse(read('published', `criteria-${year}.json`));
  return rows;
};
