import { fiscalYearLabel, outwardLine, readFiscalYear } from '../kernel';
import type { FactsOf, ProblemName, TextsOf } from './catalogue';
import { everyFaceTexts } from './catalogue/everyFace';
import type { Language, ProblemText, Worded } from './text';

/** `stop`: this part could not be used · `check`: used, but a person must look · `info`: said for the record. */
export type Severity = 'stop' | 'check' | 'info';

/** Something a person can fix, as data; the sentence is made by {@link sentenceOf}, in one place. */
export interface Problem {
  readonly name: ProblemName;
  /** The words of its sentence, which travel with it: no face loads those of problems it cannot raise. */
  readonly text: ProblemText;
  /** Stable for support calls, e.g. `E-217`. */
  readonly code: string;
  readonly severity: Severity;
  /** Name of the file, where several are in hand. */
  readonly file?: string;
  readonly sheet?: string;
  /** A1 address of the cell, without the sheet. */
  readonly cell?: string;
  /** What was read there, as it stands. */
  readonly found?: string;
  readonly expected?: string;
  /** The id of the criterion concerned, e.g. `P1p3a1`. */
  readonly criterion?: string;
  /** The most points this problem can still cost or bring. */
  readonly pointsAtStake?: number;
  /** The cells it asks about, and what it asks of each; without it, only its own cell. */
  readonly asked?: Asked;
  /** Further words for the sentence. */
  readonly facts: Readonly<Record<string, string | number | Worded>>;
}

/**
 * What a problem asks of cells: ○ or × of answers that are open (`met-unmet`), whether a reading may stand (`accept`), or
 * something about the reading as a whole (`reading`), which no single answer settles although its cells can be decided.
 */
export interface Asked {
  readonly by: 'met-unmet' | 'accept' | 'reading';
  readonly cells: readonly AskedCell[];
}

export interface AskedCell {
  readonly sheet: string;
  /** A1 address of the cell, without the sheet. */
  readonly cell: string;
  /** What stands there, in the words of `rawText` of src/answers. */
  readonly text: string;
  /** The id of the criterion it answers. */
  readonly criterion?: string;
  /** Cells of one municipality share it: what they are worth together is never more than an indicator has. */
  readonly part?: number;
}

interface ProblemPlace {
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
  readonly criterion?: string | undefined;
  readonly pointsAtStake?: number | undefined;
  readonly asked?: Asked | undefined;
}

/**
 * Makes a problem of these texts; `facts` fill the `{words}` of its sentence. A word that is missing or that no sentence of
 * this problem has does not type-check.
 */
type ProblemMaker<Names extends ProblemName> = <Name extends Names>(
  name: Name,
  place?: ProblemPlace,
  ...facts: FactsOf<Name>
) => Problem;

/** The maker of the problems whose words are in `texts`. */
export const problemsOf =
  <Names extends ProblemName>(texts: TextsOf<Names>): ProblemMaker<Names> =>
  (name, place = {}, ...facts) => {
    const text = texts[name];
    const { code, severity } = text;
    const known = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
    return { ...known, name, text, code, severity, facts: facts[0] ?? {} };
  };

/** Makes a problem that any face may raise. */
export const problem = problemsOf(everyFaceTexts);

/**
 * What a person may answer to an open problem without changing a cell: ○ or ×, or that the reading may stand; undefined where
 * only the cell, or a choice about the whole reading, helps. A refusal and a problem without a cell take no answer.
 */
export const answerable = ({ severity, asked, sheet, cell }: Problem): 'met-unmet' | 'accept' | undefined => {
  if (severity !== 'check') return undefined;
  if (asked !== undefined) return asked.by === 'reading' || asked.cells.length === 0 ? undefined : asked.by;
  return sheet !== undefined && cell !== undefined && /^[A-Z]{1,3}[1-9]\d*$/.test(cell) ? 'accept' : undefined;
};

/** The four parts every error shows: what, where, effect, cure. */
export interface ProblemParts {
  readonly what: string;
  readonly where: string;
  readonly effect: string;
  readonly cure: string;
}

/** What, where, effect and cure of a problem, in the language of the reader. */
export const partsOf = (of: Problem, language: Language = 'ja'): ProblemParts => {
  const text = of.text[language];
  const said = (template: string): string => fill(template, of, language);
  return { what: said(text.what), where: whereOf(of), effect: said(text.effect), cure: said(text.cure) };
};

/** One line for terminals, logs and the 要確認 sheet: 「E-217 何が(どこ)。影響。どう直す。」 */
export const sentenceOf = (of: Problem, language: Language = 'ja'): string => {
  const { what, where, effect, cure } = partsOf(of, language);
  const stop = language === 'ja' ? '。' : '. ';
  const place = where === '' ? '' : language === 'ja' ? `（${where}）` : ` (${where})`;
  return [`${of.code} ${what}${place}`, effect, cure]
    .filter((part) => part !== '')
    .join(stop)
    .concat(stop)
    .trim();
};

/** `[回答.xlsx]回答!H12`, as Excel writes places in other books. */
const whereOf = ({ file, sheet, cell }: Problem): string => {
  const place = [sheet, cell].filter((part) => part !== undefined).join('!');
  return outwardLine(file === undefined ? place : `[${file}]${place}`);
};

/** The words come from files and from what people type: none may command the terminal or break the line. */
const fill = (template: string, of: Problem, language: Language): string => {
  // What follows of a problem and how to mend it mostly has no words of its own, and a list may say it 1,741 times.
  if (!template.includes('{')) return template;
  return withoutGaps(filled(template, of, language), language);
};

/** Stands for a word that says nothing, until the sentence is whole: {@link outwardLine} lets no such sign through. */
const nothingSaid = '\uFFFF';

/** Brackets round nothing fall away, quotation marks say that it is blank: 「（）」 and 「「」」 tell nobody anything. */
const withoutGaps = (sentence: string, language: Language): string => {
  if (!sentence.includes(nothingSaid)) return sentence;
  const blank = language === 'ja' ? '（空欄）' : '(blank)';
  return sentence
    .replace(/\s?[（(][^（）()\p{L}\p{N}]*\uFFFF[^（）()\p{L}\p{N}]*[）)]/gu, '')
    .replace(/「\uFFFF」|"\uFFFF"|^\uFFFF/g, blank)
    .replaceAll(nothingSaid, '');
};

const filled = (template: string, of: Problem, language: Language): string =>
  template.replace(
    /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}(年度)?/g,
    (whole: string, word: string, one: string | undefined, many: string | undefined, year = '') => {
      const said = wordOf(word, of, language);
      if (said === undefined) return whole;
      if (outwardLine(said).trim() === '') return `${nothingSaid}${year}`;
      if (year !== '') return outwardLine(yearsInWords(said));
      return outwardLine(one === undefined ? said : `${said} ${Number(said) === 1 ? one : (many ?? one)}`);
    },
  );

/** R6・R7 → 令和6年度・令和7年度; what is no year stays, with 年度 behind it. */
const yearsInWords = (said: string): string => {
  const years = said.split('・').map(readFiscalYear);
  return years.every((year) => year !== undefined) ? years.map(fiscalYearLabel).join('・') : `${said}年度`;
};

const wordOf = (word: string, of: Problem, language: Language): string | undefined => {
  if (word === 'found') return of.found ?? '';
  if (word === 'expected') return of.expected ?? '';
  if (word === 'points') return String(of.pointsAtStake ?? 0);
  const fact = Object.hasOwn(of.facts, word) ? of.facts[word] : undefined;
  return typeof fact === 'object' ? fact[language] : fact?.toString();
};

/** A value, or the problems that kept it from being made; problems a person can fix are values, bugs throw. */
export type Result<T> = Ok<T> | Refusal;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refusal {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** Wraps a value that could be made. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** Refuses, with at least one problem that says what to do. */
export const refuse = (...problems: readonly [Problem, ...Problem[]]): Refusal => ({ ok: false, problems });
