import { everyFaceTexts } from './everyFace';
import { outlookTexts } from './outlook';
import { diskTexts } from './withFiles/disk';
import { fileTexts } from './withFiles/files';
import { runTexts } from './withFiles/run';
import { usageTexts } from './withFiles/usage';

/** What a face that opens and writes files may say: everything, that of the outlook too, which every face loads when it looks out. Codes are unique (tested). */
export const allTexts = {
  ...everyFaceTexts,
  ...outlookTexts,
  ...diskTexts,
  ...fileTexts,
  ...runTexts,
  ...usageTexts,
} as const;
