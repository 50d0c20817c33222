import { problem, type Problem } from '../kernel';
import type { WorkbookContent } from '../workbook';

/** What a person should know of the workbook as a whole. */
export const workbookNotes = ({ manualCalculation, externalLinks }: WorkbookContent): readonly Problem[] => [
  ...(manualCalculation ? [problem('manual-calculation')] : []),
  ...(externalLinks ? [problem('external-links')] : []),
];
