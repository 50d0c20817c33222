import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../shared/data');

/** Published results of one municipality and year, criterion by criterion. */
export interface PublishedAnswers {
  readonly municipality: string;
  readonly prefecture: string;
  readonly fiscalYear: 'R6' | 'R7' | 'R8';
  readonly scored: Readonly<Record<string, number>>;
  readonly published: {
    readonly groups: Readonly<Record<string, number>>;
    readonly goals: Readonly<Record<string, number>>;
    readonly grants: Readonly<Record<string, number>>;
    readonly total: number;
    readonly nationalRank?: number;
  };
}

/** True where the shared data folder lies beside the checkout (developers and CI). */
export const hasSharedData = existsSync(folder);

/** The answer files beside the checkout; empty (and said so) where they are not there. */
export const publishedAnswers = (): readonly (readonly [string, PublishedAnswers])[] =>
  hasSharedData
    ? readdirSync(join(folder, 'answers'))
        .filter((name) => name.endsWith('.json'))
        .map(
          (name) =>
            [name, JSON.parse(readFileSync(join(folder, 'answers', name), 'utf8')) as PublishedAnswers] as const,
        )
    : [];

/** One of the shared data files, parsed. */
export const sharedJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
