import { decisionTexts } from './decisions';
import { everyFaceTexts } from './everyFace';
import { outlookTexts } from './outlook';
import { diskTexts } from './withFiles/disk';
import { fileTexts } from './withFiles/files';
import { runTexts } from './withFiles/run';
import { usageTexts } from './withFiles/usage';
import { verifyTexts } from './withFiles/verify';

/** What a face that opens and writes files may say: everything, also that of the outlook and of decisions, which every face loads when it looks out or reads answers. Codes are unique (tested). */
export const allTexts = {
  ...everyFaceTexts,
  ...decisionTexts,
  ...outlookTexts,
  ...diskTexts,
  ...fileTexts,
  ...runTexts,
  ...usageTexts,
  ...verifyTexts,
} as const;
