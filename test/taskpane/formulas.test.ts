import * as engine from '../../src/taskpane/actions/engine';
import { automatic } from '../../src/taskpane/mapping/mapping';
import { answerPlace } from '../../src/taskpane/result/formulas';
import { finished } from '../../src/kernel';
import { workbook } from '../builders/answerSheets';
import { lessonRows } from '../builders/lessonRows';

test('the answers of a sheet of 200,000 rows have their place like those of a short one', () => {
  const reading = finished(engine.readingOf(workbook({ name: '回答', grid: lessonRows() }), automatic, undefined));
  const { outcome, layout } = reading;
  if (!outcome.ok) throw new Error('not scored');
  const short = answerPlace(outcome.value, reading);
  expect(short).toEqual({ sheet: '回答', area: { top: 7, left: 0, bottom: 271, right: 7 } });
  const long = layout.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => {
      const grid = Array.from({ length: 200_000 }, (_, row) => table.sheet.grid[row] ?? []);
      return { ...table, sheet: { ...table.sheet, grid } };
    }),
  }));
  expect(answerPlace(outcome.value, { ...reading, layout: long })?.area).toEqual({ ...short?.area, bottom: 199_999 });
});
