import { choiceTexts } from './choices';
import { columnTexts } from './columns';
import { excelTexts, paneTexts } from './excel';
import { functionTexts } from './functions';
import { moneyTexts } from './money';
import { municipalityTexts } from './municipalities';
import { nationTexts } from './nation';
import { readingTexts } from './reading';
import { scoringTexts } from './scoring';
import { sizeTexts } from './sizes';
import { writingTexts } from './writing';

/** What any face may say; all that the add-in loads. */
export const everyFaceTexts = {
  ...choiceTexts,
  ...columnTexts,
  ...excelTexts,
  ...functionTexts,
  ...moneyTexts,
  ...municipalityTexts,
  ...nationTexts,
  ...paneTexts,
  ...readingTexts,
  ...scoringTexts,
  ...sizeTexts,
  ...writingTexts,
} as const;
