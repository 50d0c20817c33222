import type { FigureSource } from '../../workbook';

/** The words of 「この数字はどこから？」. */
export interface SourceTexts {
  readonly heading: string;
  readonly hint: string;
  readonly ask: string;
  readonly scoreFirst: string;
  readonly kindLabel: string;
  readonly kinds: Readonly<Record<FigureSource['kind'], string>>;
  readonly printed: string;
  readonly text: string;
  readonly jump: string;
  readonly noFigure: string;
  readonly notOurs: string;
  readonly otherScoring: string;
  /** The sheet says `found` (nothing when empty) where the last scoring prints something else. */
  readonly differs: (found: string) => string;
}
