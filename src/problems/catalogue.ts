import type { everyFaceTexts } from './catalogue/everyFace';
import type { allTexts } from './catalogue/withFiles';
import type { ProblemText, Worded } from './text';

type AllTexts = typeof allTexts;

/** Every problem the product can speak of. */
export type ProblemName = keyof AllTexts;

/** Those that any face may raise: the add-in loads no other sentences. */
export type EveryFaceName = keyof typeof everyFaceTexts;

/** The `{words}` of a sentence; of `{count:cell|cells}`, the word before the colon. */
type WordsIn<Sentence extends string> = Sentence extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Word}:${string}` ? Word : Inside) | WordsIn<Rest>
  : never;

type Sentences<Name extends ProblemName> = AllTexts[Name]['ja' | 'en']['what' | 'effect' | 'cure'];

/** What stands for its place in the workbook, not among the facts. */
type PlaceWord = 'found' | 'expected' | 'points';

type FactWord<Name extends ProblemName> = Exclude<WordsIn<Sentences<Name>>, PlaceWord>;

/** The problems, of those any face may raise or of `Names`, whose sentences need no facts but these words. */
export type ProblemNeeding<Word extends string, Names extends ProblemName = EveryFaceName> = {
  [Name in Names]: FactWord<Name> extends Word ? Name : never;
}[Names];

/** The facts a problem's sentences need: none, or one record with every word of them; a detail has words in each language. */
export type FactsOf<Name extends ProblemName> = [FactWord<Name>] extends [never]
  ? readonly []
  : readonly [{ readonly [Word in FactWord<Name>]: Word extends 'detail' ? Worded : string | number }];

/** The sentences of some problems. */
export type TextsOf<Names extends ProblemName> = Readonly<Record<Names, ProblemText>>;
