import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What must come out of a case; `cases/README.md` explains the fields. */
interface Expected {
  readonly total?: number;
  readonly criteria?: 'exact';
  readonly exit?: number;
  readonly code?: string;
  readonly rank?: null;
  readonly min?: number;
  readonly max?: number;
  readonly provisional?: true;
  readonly ask?: true;
  readonly truth?: number;
  readonly notTotal?: readonly number[];
  readonly rankNot?: readonly number[];
  readonly refuse?: true;
  readonly municipalities?: Readonly<Record<string, number>>;
  readonly nation?: {
    readonly of: number;
    readonly totals: Readonly<Record<string, number>>;
    readonly rank: 'printed';
  };
  readonly orRefuse?: true;
  readonly mentions?: readonly string[];
  readonly notMentions?: readonly string[];
  readonly nothingLost?: true;
  readonly results?: number;
}

/** A file as staff make it, and what must come out of it. */
export interface ReadingCase {
  readonly id: string;
  readonly family: string;
  /** Below the folder of the cases. */
  readonly files: readonly string[];
  readonly input?: string;
  readonly options?: readonly string[];
  readonly command?: 'template';
  readonly runs?: readonly (readonly string[])[];
  /** Below `test/`. */
  readonly answers?: string;
  readonly why: string;
  readonly control?: true;
  readonly expect: Expected;
}

export const casesFolder = join(__dirname, 'cases');

/** Every case, in the order of the file. */
export const readingCases: readonly ReadingCase[] = JSON.parse(readFileSync(join(casesFolder, 'cases.json'), 'utf8'));

/** The ids of the criteria met in the answers behind a case. */
export const metIn = (answers: string): readonly string[] => {
  const { scored }: { readonly scored: Readonly<Record<string, number>> } = JSON.parse(
    readFileSync(join(__dirname, '..', answers), 'utf8'),
  );
  return Object.keys(scored).sort();
};
