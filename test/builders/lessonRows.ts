import * as packaged from '../../src/schemes/years';
import { firstLesson } from '../tools/sampleForms';

/** The cells of the sample that the pane opens: 北塩原村 R6 with three mistakes. */
export const lessonRows = () =>
  firstLesson(packaged).rows.map((row) => row.map(({ value }) => (value instanceof Date ? null : value)));
