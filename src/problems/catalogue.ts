import { columnTexts } from './catalogue/columns';
import { diskTexts } from './catalogue/disk';
import { excelTexts, paneTexts } from './catalogue/excel';
import { fileTexts } from './catalogue/files';
import { functionTexts } from './catalogue/functions';
import { moneyTexts } from './catalogue/money';
import { municipalityTexts } from './catalogue/municipalities';
import { nationTexts } from './catalogue/nation';
import { readingTexts } from './catalogue/reading';
import { scoringTexts } from './catalogue/scoring';
import { usageTexts } from './catalogue/usage';
import { writingTexts } from './catalogue/writing';
import type { ProblemText, Worded } from './text';

const texts = {
  ...columnTexts,
  ...diskTexts,
  ...excelTexts,
  ...fileTexts,
  ...functionTexts,
  ...moneyTexts,
  ...municipalityTexts,
  ...nationTexts,
  ...paneTexts,
  ...readingTexts,
  ...scoringTexts,
  ...usageTexts,
  ...writingTexts,
} as const;

export type ProblemName = keyof typeof texts;

/** The `{words}` of a sentence. */
type WordsIn<Sentence extends string> = Sentence extends `${string}{${infer Word}}${infer Rest}`
  ? Word | WordsIn<Rest>
  : never;

type Sentences<Name extends ProblemName> = (typeof texts)[Name]['ja' | 'en']['what' | 'effect' | 'cure'];

/** What stands for its place in the workbook, not among the facts. */
type PlaceWord = 'found' | 'expected' | 'points' | 'criterion';

type FactWord<Name extends ProblemName> = Exclude<WordsIn<Sentences<Name>>, PlaceWord>;

/** The problems whose sentences need no facts but these words. */
export type ProblemNeeding<Word extends string> = {
  [Name in ProblemName]: FactWord<Name> extends Word ? Name : never;
}[ProblemName];

/** The facts a problem's sentences need: none, or one record with every word of them; a detail has words in each language. */
export type FactsOf<Name extends ProblemName> = [FactWord<Name>] extends [never]
  ? readonly []
  : readonly [{ readonly [Word in FactWord<Name>]: Word extends 'detail' ? Worded : string | number }];

/** Every sentence the product can say about something a person can fix; codes are unique (tested). */
export const problemTexts: Readonly<Record<ProblemName, ProblemText>> = texts;
export type { ProblemText };
