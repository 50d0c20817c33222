import type { FiscalYear } from '../../../src/kernel';
import {
  nationalOf,
  schemeOf,
  scoredYears,
  yearsIn,
  type BlockNationalFigures,
  type BlockScheme,
  type Indicator,
  type NationalFigures,
  type Scheme,
} from '../../../src/schemes';
import { packagedFolders, prefectureFolders } from '../../../src/schemes/packaged';
import type { BlockNationalSubject } from '../../tools/national-lints/nationalPrintedSums';
import type { Finding, Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from '../../tools/national-lints/nationalSubject';

/** A packaged scheme of one's own to break. */
export const schemeFor = (year: FiscalYear, edit: (scheme: Scheme) => void = () => undefined): Scheme => {
  const result = schemeOf(year);
  if (!result.ok) throw new Error(`no scheme for ${year}`);
  const copy = structuredClone(result.value);
  edit(copy);
  return copy;
};

export const nationalFor = (
  year: FiscalYear,
  edit: (national: NationalFigures) => void = () => undefined,
): NationalSubject => {
  const copy = structuredClone(nationalOf(year)!);
  edit(copy);
  return { national: copy, scheme: schemeFor(year) };
};

/** The packaged years with the prefectures' part, which the product itself does not carry. */
export const everyPart = yearsIn([...packagedFolders, ...prefectureFolders]);

export const blockSubjectFor = (
  year: FiscalYear,
  part: BlockScheme['part'],
  edit: (national: BlockNationalFigures, scheme: BlockScheme) => void = () => undefined,
): BlockNationalSubject => {
  const { national, scheme } = everyPart.yearOf(year).blocks[part];
  if (national === undefined || scheme === undefined) throw new Error(`no block scheme for ${year}`);
  const subject = structuredClone({ national, scheme });
  edit(subject.national, subject.scheme);
  return subject;
};

export const indicatorIn = (scheme: Scheme, id: string): Indicator => scheme.indicators.find((each) => each.id === id)!;

/** The packaged years whose results are published; the rules of a year come before them. */
export const publishedYears = (): readonly FiscalYear[] =>
  scoredYears().filter((year) => nationalOf(year) !== undefined);

/** Proves that a rule holds for every packaged year; each rule's file calls it beside its failing case. */
export const holdsForEveryYear = <Subject>(
  linter: Linter<Subject>,
  subjectOf: (year: FiscalYear) => Subject,
  years = scoredYears(),
): void => {
  describe.each(years)('%s', (year) => {
    test(`${linter.name} finds nothing`, () => {
      expect(linter.check(subjectOf(year))).toEqual<Finding[]>([]);
    });
  });
};
