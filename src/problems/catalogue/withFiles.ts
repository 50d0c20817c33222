import { everyFaceTexts } from './everyFace';
import { diskTexts } from './withFiles/disk';
import { fileTexts } from './withFiles/files';
import { runTexts } from './withFiles/run';
import { usageTexts } from './withFiles/usage';

/** What a face that opens and writes files may say: everything. Codes are unique (tested). */
export const allTexts = {
  ...everyFaceTexts,
  ...diskTexts,
  ...fileTexts,
  ...runTexts,
  ...usageTexts,
} as const;
