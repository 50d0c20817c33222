import { fileProblem, refuse, type ProblemName, type ProblemNeeding, type Refusal, type Worded } from '../../problems';

/** What a file can be refused for; the size of one that is too large comes as the detail, in bytes. */
export type FileProblemName = ProblemNeeding<'detail', ProblemName> | 'file-too-large';

/** Those whose sentence says no detail. */
export type BriefProblemName = ProblemNeeding<never, ProblemName> | 'file-too-large';

/** Those that say it, in the language of the sentence. */
type DetailedProblemName = Exclude<FileProblemName, BriefProblemName>;

interface FaultPlace {
  readonly found?: string;
  readonly sheet?: string;
}

/**
 * Carries a refusal out of the depth of a byte parser; caught once, by the functions this folder exports.
 * Only used for what the file says: a bug of ours stays an Error.
 */
export class FileFault extends Error {
  readonly problemName: FileProblemName;
  readonly found: string | undefined;
  readonly sheet: string | undefined;

  readonly detail: Worded;

  /** A detail that is shown has its words in every language (details.ts); one that is not is for us. */
  constructor(problemName: DetailedProblemName, detail: Worded, place?: FaultPlace);
  constructor(problemName: BriefProblemName, detail: string, place?: FaultPlace);
  constructor(problemName: FileProblemName, detail: Worded | string, place: FaultPlace = {}) {
    const said = typeof detail === 'string' ? { ja: detail, en: detail } : detail;
    super(`FileFault ${problemName}: ${said.en}`);
    this.problemName = problemName;
    this.detail = said;
    this.found = place.found;
    this.sheet = place.sheet;
  }

  /** The refusal, with the name of the file where the fault names no cell. */
  refusal(fileName: string): Refusal {
    const { problemName, detail } = this;
    const expected = problemName === 'sheet-too-large' ? limits.cells.toLocaleString('en-US') : undefined;
    const place = { found: this.found ?? fileName, sheet: this.sheet, expected };
    if (problemName !== 'file-too-large') return refuse(fileProblem(problemName, place, { detail }));
    return refuse(
      fileProblem(problemName, place, { size: megabytes(Number(detail.en)), limit: megabytes(limits.fileBytes) }),
    );
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/**
 * What we read at most (rules/bad-inputs.md#caps). `partBytes` is twice the figure there: the national table of R8,
 * 1,797 rows by 1,563 columns, is one sheet part of 110–140 MB (src/decisions/file-limits.md).
 */
export const limits = {
  fileBytes: 30 * 1024 * 1024,
  entries: 2_000,
  totalBytes: 300 * 1024 * 1024,
  partBytes: 200 * 1024 * 1024,
  ratio: 200,
  /** The ratio is looked at above this size only: small parts of one repeated style compress better than that. */
  ratioFromBytes: 1024 * 1024,
  xmlDepth: 64,
  /** In one tag; the longest honest tag, a header of namespaces, has a few dozen. */
  tagLength: 1024 * 1024,
  /** Of parts we read as a list of tags ourselves: workbook, styles, relations, and the sheets we own. */
  tags: 1_000_000,
  /** Shared texts of a workbook, and the longest text a cell can hold: more is cut, as Excel would. */
  texts: 1_000_000,
  textLength: 32_767,
  rows: 1_048_576,
  columns: 16_384,
  cells: 3_000_000,
  /** Columns up to the last value of each row that holds one, all sheets together: an empty slot costs memory too. */
  slots: 12_000_000,
  sheets: 1_000,
} as const;
