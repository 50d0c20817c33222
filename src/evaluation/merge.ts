import { amongNeighbours, missingOfPrefectures, nameless, type Reading } from '../answers';
import { groupedBy } from '../kernel';
import { ok, fileProblem, refuse, type Problem, type Result } from '../problems';
import { schemeHash, type Scheme } from '../schemes';
import { codeOf } from './checkCode';
import { withDecisions } from './decisions';
import { amongFiles } from './disputed';
import { bookProblems, townResults, townsOf, type AnswersRead, type BookRead } from './evaluate';
import { joinTowns, type TownInFile } from './joinTowns';
import {
  municipalitiesOf,
  nationIn,
  type BatchResults,
  type MunicipalityResult,
  type WorkbookResults,
} from './results';

/** One file of a batch and what was read of it. */
export interface BatchItem {
  readonly file: string;
  readonly outcome: Result<BookRead>;
}

/**
 * Scores many workbooks together: one table, one list of problems, failures listed and the rest done. What several files
 * answer for one municipality is put together first. Files of another fiscal year than the first are failures by name;
 * refused when nothing at all could be read.
 */
export const mergeResults = (items: readonly BatchItem[]): Result<BatchResults> => {
  const read = items.flatMap(({ file, outcome }) => (outcome.ok ? [{ file, book: outcome.value }] : []));
  const [first] = read;
  if (first === undefined) {
    const problems = items.flatMap(({ file, outcome }) => (outcome.ok ? [] : named(file, outcome.problems)));
    const [one, ...others] = problems;
    return one === undefined ? refuse(fileProblem('batch-empty')) : refuse(one, ...others);
  }
  const scheme = schemeOfBook(first.book);
  const hash = schemeHash(scheme);
  const fits = (book: BookRead): boolean => schemeHash(schemeOfBook(book)) === hash;
  const { results, problems } = scoredTogether(
    scheme,
    read.filter(({ book }) => fits(book)),
  );
  const [one] = results;
  if (one === undefined) throw new Error('mergeResults: nothing fits its own scheme');
  const { national, engineVersion, money } = one;
  const codes = results.flatMap((each) => (municipalitiesOf(each).length > 0 ? [each.checkCode] : []));
  const books = read.flatMap(({ file, book }) => (fits(book) ? [{ file, decided: book.decided }] : []));
  const merged: BatchResults = {
    subject: 'batch',
    scheme,
    schemeHash: hash,
    national,
    engineVersion,
    nation: results.map(nationIn).find((nation) => nation !== undefined),
    municipalities: results.flatMap(municipalitiesOf),
    money: { plan: money.plan, allocation: money.allocation, settings: undefined, own: undefined },
    problems: [
      ...results.flatMap((each) => each.problems),
      ...problems,
      ...items.filter(isOwnResults).map(({ file }) => fileProblem('own-results-left-out', { found: file })),
    ],
    // One municipality has the code it has in one workbook, in however many files it lies.
    checkCode: codes.length === 1 ? (codes[0] ?? '') : codeOf(codes.sort()),
    sources: results.flatMap(({ sources }) => sources),
    reading: read
      .filter(({ book }) => fits(book))
      .flatMap(({ file, book }) => readingOf(book).map((one) => ({ ...one, file }))),
    failures: items.flatMap((item) => {
      const { file, outcome } = item;
      if (isOwnResults(item)) return [];
      if (!outcome.ok) return [{ file, problems: named(file, outcome.problems) }];
      if (fits(outcome.value)) return [];
      const place = { found: schemeOfBook(outcome.value).fiscalYear, expected: scheme.fiscalYear };
      return [{ file, problems: named(file, [fileProblem('batch-other-year', place)]) }];
    }),
  };
  return ok(withDecisions(merged, books));
};

const schemeOfBook = (book: BookRead): Scheme => (book.subject === 'whole' ? book.results.scheme : book.answers.scheme);

const readingOf = (book: BookRead): readonly Reading[] =>
  book.subject === 'whole' ? book.results.reading : [book.reading];

interface FileRead {
  readonly file: string;
  readonly book: BookRead;
}

interface Town extends TownInFile {
  readonly book: AnswersRead;
}

/** What the files come to: each for itself but for the municipalities that lie in several, which come last. */
const scoredTogether = (
  scheme: Scheme,
  files: readonly FileRead[],
): { readonly results: readonly WorkbookResults[]; readonly problems: readonly Problem[] } => {
  const found = files.flatMap(({ file, book }) =>
    book.subject === 'whole' ? [] : townsOf(book).map((town): Town => ({ file, book, town })),
  );
  const identities = amongNeighbours(found.map(({ town }) => town.identity));
  const towns = found.map((one, at) => ({
    ...one,
    town: { ...one.town, identity: identities[at] ?? one.town.identity },
  }));
  const ofBook = groupedBy(towns, ({ book }) => book);
  const problems: Problem[] = [];
  const joined: WorkbookResults[] = [];
  const alone = new Set(towns);
  const disputes: (readonly Town[])[] = [];
  for (const group of groupsOf(towns)) {
    const names = group.map(({ file }) => file);
    const facts = { count: group.length, files: names.join('・') };
    const place = { found: group[0]?.town.identity.name };
    const one = joinTowns(scheme, group);
    if (!one.ok) {
      problems.push(fileProblem('batch-duplicate', place, { ...facts, differences: one.differences }));
      disputes.push(group);
      continue;
    }
    for (const member of group) alone.delete(member);
    const book = group.map((member) => member.book).find(({ told }) => told.settings !== undefined) ?? group[0]?.book;
    if (book === undefined) continue;
    const results = townResults({ ...book, source: undefined }, [one.town], []);
    problems.push(fileProblem('batch-joined', place, facts));
    joined.push({ ...results, problems: results.problems.map((said) => ({ file: names.join('・'), ...said })) });
  }
  const outcomes = new Map<Town['town'], MunicipalityResult>();
  const saidOf = new Set<readonly Problem[]>();
  const apart = files.map(({ file, book }): WorkbookResults => {
    if (book.subject === 'whole') return { ...book.results, problems: named(file, book.results.problems) };
    const own = (ofBook.get(book) ?? []).filter((one) => alone.has(one)).map(({ town }) => town);
    const results = townResults(book, own, bookProblems(book, saidOf));
    for (const [at, municipality] of results.municipalities.entries()) {
      const town = own[at];
      if (town !== undefined) outcomes.set(town, municipality);
    }
    return { ...results, problems: named(file, results.problems) };
  });
  const among = new Map<MunicipalityResult, MunicipalityResult>();
  for (const group of disputes) {
    const all = group.flatMap(({ town }) => outcomes.get(town) ?? []);
    for (const one of all) among.set(one, amongFiles(one, all));
  }
  const settled = apart.map((results): WorkbookResults => {
    if (results.subject === 'facts') return results;
    return { ...results, municipalities: results.municipalities.map((one) => among.get(one) ?? one) };
  });
  return { results: [...settled, ...joined], problems: [...problems, ...missingOfPrefectures(identities)] };
};

/** The municipalities that lie in several files. Files that name nobody are of one only where no file names anybody. */
const groupsOf = (towns: readonly Town[]): readonly (readonly Town[])[] => {
  const isNamed = ({ town }: Town): boolean => town.identity.name !== nameless;
  const groups = groupedBy(towns.some(isNamed) ? towns.filter(isNamed) : towns, ({ town: { identity } }) => {
    const { code, prefecture, name } = identity;
    return code ?? `${prefecture ?? ''}${name}`;
  });
  return [...groups.values()].filter((group) => group.length > 1);
};

/** Results lie beside the answers after every run: nobody has to do anything about them. */
const isOwnResults = ({ outcome }: BatchItem): boolean =>
  !outcome.ok && outcome.problems.every(({ name }) => name === 'own-results');

const named = (file: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ file, ...one }));
