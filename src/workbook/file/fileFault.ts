import { problem, refuse, type ProblemName, type Refusal } from '../../kernel';

/**
 * Carries a refusal out of the depth of a byte parser; caught once, by the functions this folder exports.
 * Only used for what the file says: a bug of ours stays an Error.
 */
export class FileFault extends Error {
  readonly problemName: ProblemName;
  readonly found: string | undefined;
  readonly sheet: string | undefined;

  constructor(
    problemName: ProblemName,
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
    const expected = this.problemName === 'sheet-too-large' ? '3,000,000' : undefined;
    const place = { found: this.found ?? fileName, sheet: this.sheet, expected };
    return refuse(problem(this.problemName, place, { detail: this.detail }));
  }
}
