import {
  answerState,
  criterionIndexOf,
  decideYear,
  findTables,
  isComputed,
  readAnswers,
  type Answers,
  type MunicipalityAnswers,
  type ReadingOptions,
} from '../answers';
import { engineVersion, ok, problem, refuse, type FiscalYear, type Problem, type Result } from '../kernel';
import { rankBandOfRange } from '../rank';
import type { BlockPoints, MunicipalityResult, Results, SourceFile } from '../report';
import { nationalOf, schemeHash, schemeOf, type NationalFigures, type Scheme } from '../schemes';
import { checkAnswers, compileScheme, explainScore, pointsOf, scoreTable } from '../score';
import type { WorkbookContent } from '../workbook';
import { checkCode } from './checkCode';
import { withoutOurSheets } from './withoutOurSheets';

export interface EvaluationOptions extends ReadingOptions {
  /** The year asked for; a workbook of another year is refused. */
  readonly year?: FiscalYear;
  /** A user's own scheme instead of the packaged one of its year. */
  readonly scheme?: Scheme;
  readonly source?: SourceFile;
}

/** The stages in order: find the tables, settle the year, read, score, rank. Pure; refuses where nothing can be scored. */
export const evaluate = (content: WorkbookContent, options: EvaluationOptions = {}): Result<Results> => {
  if (options.scheme === undefined && options.year !== undefined) {
    const known = schemeOf(options.year);
    if (!known.ok) return known;
  }
  const tables = findTables(withoutOurSheets(content));
  if (tables.length === 0) return refuse(problem('no-answers', {}, { year: options.year ?? '' }));
  const year = decideYear(tables, options.scheme?.fiscalYear ?? options.year, options.fileName);
  if (!year.ok) return year;
  const scheme = options.scheme === undefined ? schemeOf(year.value) : ok(options.scheme);
  if (!scheme.ok) return scheme;
  const answers = readAnswers(scheme.value, tables, options);
  if (!answers.ok) return answers;
  return ok(resultsOf(answers.value, content, options.source));
};

const resultsOf = (answers: Answers, content: WorkbookContent, source: SourceFile | undefined): Results => {
  const { scheme } = answers;
  const national = nationalOf(scheme.fiscalYear);
  return {
    scheme,
    schemeHash: schemeHash(scheme),
    national,
    municipalities: answers.municipalities.map((municipality) => resultOf(scheme, national, municipality)),
    problems: [
      ...workbookNotes(content),
      ...answers.problems,
      ...answers.municipalities.flatMap((municipality) => checkAnswers(scheme, municipality)),
    ],
    checkCode: checkCode(scheme, answers.municipalities),
    engineVersion,
    source,
  };
};

const workbookNotes = ({ manualCalculation, externalLinks }: WorkbookContent): readonly Problem[] => [
  ...(manualCalculation ? [problem('manual-calculation')] : []),
  ...(externalLinks ? [problem('external-links')] : []),
];

const resultOf = (
  scheme: Scheme,
  national: NationalFigures | undefined,
  { identity, insured, states, cellOf }: MunicipalityAnswers,
): MunicipalityResult => {
  const { blocks: schemeBlocks, totalBlock } = compileScheme(scheme);
  const least = scoreTable(scheme, states, 1, 'as-unmet');
  const most = scoreTable(scheme, states, 1, 'as-met');
  const blocks = schemeBlocks.map((block, at): BlockPoints => ({
    block,
    points: pointsOf(least, 0, at),
    most: pointsOf(most, 0, at),
  }));
  const range = { min: pointsOf(least, 0, totalBlock), max: pointsOf(most, 0, totalBlock) };
  return {
    identity,
    insured,
    blocks,
    total: range.min,
    range,
    provisional: hasOpenAnswers(scheme, states),
    awards: onceAsked(() => explainScore(scheme, states)),
    cellOf,
    rank: { national: rankBandOfRange(national, range.min, range.max), prefecture: null },
  };
};

/** True when a cell that is asked for was left empty or could not be read (design §5). */
const hasOpenAnswers = (scheme: Scheme, states: Uint8Array): boolean =>
  criterionIndexOf(scheme).all.some(
    ({ index, indicator }) =>
      (states[index] === answerState.unanswered || states[index] === answerState.held) && !isComputed(indicator),
  );

/** Works a value out when it is first asked for: reasons of 1,741 municipalities are rarely all wanted. */
const onceAsked = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
