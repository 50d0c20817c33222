import { excelTexts } from './excelTexts';
import { fileTexts } from './fileTexts';
import { functionTexts } from './functionTexts';
import { moneyTexts } from './moneyTexts';
import { municipalityTexts } from './municipalityTexts';
import { nationTexts } from './nationTexts';
import { paneTexts } from './paneTexts';
import { readingTexts } from './readingTexts';
import { scoringTexts } from './scoringTexts';
import { usageTexts } from './usageTexts';
import { writingTexts } from './writingTexts';
import type { ProblemText } from './problemText';

const texts = {
  ...excelTexts,
  ...fileTexts,
  ...functionTexts,
  ...moneyTexts,
  ...municipalityTexts,
  ...nationTexts,
  ...paneTexts,
  ...readingTexts,
  ...scoringTexts,
  ...usageTexts,
  ...writingTexts,
} as const;

export type ProblemName = keyof typeof texts;

/** Every sentence the product can say about something a person can fix; codes are unique (tested). */
export const problemTexts: Readonly<Record<ProblemName, ProblemText>> = texts;
export type { ProblemText };
