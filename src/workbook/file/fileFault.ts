import { problem, refuse, type ProblemNeeding, type Refusal } from '../../kernel';
import { limits } from './limits';

/** What a file can be refused for; the size of one that is too large comes as the detail, in bytes. */
export type FileProblemName = ProblemNeeding<'detail'> | 'file-too-large';

/**
 * Carries a refusal out of the depth of a byte parser; caught once, by the functions this folder exports.
 * Only used for what the file says: a bug of ours stays an Error.
 */
export class FileFault extends Error {
  readonly problemName: FileProblemName;
  readonly found: string | undefined;
  readonly sheet: string | undefined;

  constructor(
    problemName: FileProblemName,
    readonly detail: string,
    place: { readonly found?: string; readonly sheet?: string } = {},
  ) {
    super(`FileFault ${problemName}: ${detail}`);
    this.problemName = problemName;
    this.found = place.found;
    this.sheet = place.sheet;
  }

  /** The refusal, with the name of the file where the fault names no cell. */
  refusal(fileName: string): Refusal {
    const { problemName, detail } = this;
    const expected = problemName === 'sheet-too-large' ? limits.cells.toLocaleString('en-US') : undefined;
    const place = { found: this.found ?? fileName, sheet: this.sheet, expected };
    if (problemName !== 'file-too-large') return refuse(problem(problemName, place, { detail }));
    return refuse(problem(problemName, place, { size: megabytes(Number(detail)), limit: megabytes(limits.fileBytes) }));
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
