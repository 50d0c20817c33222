import type { CellValue } from '../../src/workbook';
import { answerForm, type SheetOptions } from './answerSheets';

/** The answer form with columns of the office's own behind the answers: their headers, and what they say of a criterion. */
export const formWithColumns = (
  options: SheetOptions,
  columns: Readonly<Record<string, (id: string) => CellValue>>,
): readonly (readonly CellValue[])[] => {
  const ids: string[] = [];
  const form = answerForm({
    ...options,
    mark: (criterion) => {
      ids.push(criterion.id);
      return options.mark(criterion);
    },
  });
  const header = form.findIndex((row) => row.includes('枝番'));
  return form.map((row, at) => {
    if (at < header) return row;
    const id = ids[at - header - 1] ?? '';
    return [...row, ...Object.entries(columns).map(([word, say]) => (at === header ? word : say(id)))];
  });
};
