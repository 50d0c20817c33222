import type { AnswerStateName } from '../../answers';
import type { Recognition } from '../mapping';

/** The words of the screen 読み取り. */
export interface LayoutTexts {
  readonly heading: string;
  readonly recognised: string;
  readonly choices: string;
  readonly confidence: string;
  readonly levels: Readonly<Record<Recognition['level'], string>>;
  readonly counts: (found: number, asked: number, unread: number) => string;
  readonly municipality: string;
  readonly severalMunicipalities: (first: string, count: number) => string;
  readonly nation: (municipalities: number) => string;
  readonly sheet: string;
  readonly allSheets: (count: number) => string;
  readonly column: string;
  readonly allColumns: (found: string) => string;
  readonly columnName: (letter: string, header: string) => string;
  readonly noHeader: string;
  readonly year: string;
  /** Opens a scheme file of a year that is not packaged. */
  readonly addYear: string;
  readonly yearFound: (year: string | undefined) => string;
  readonly samples: string;
  readonly sampleColumns: readonly [string, string, string];
  readonly blank: string;
  readonly readAs: Readonly<Record<AnswerStateName, string>>;
  readonly marks: string;
  readonly markQuestion: (mark: string, count: number) => string;
  readonly markAnswers: Readonly<Record<'met' | 'unmet' | 'open', string>>;
  readonly changes: string;
  readonly change: (place: string, before: string, now: string) => string;
  readonly confirm: string;
  readonly again: string;
  readonly remembered: string;
  readonly refused: string;
}
