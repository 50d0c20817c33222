import { problem, type Problem } from '../kernel';
import type { SheetModel, WriteReport } from '../workbook';

/**
 * What a person must hear before a workbook of theirs is overwritten (rules/design.md#refreshing-sheets): our sheets
 * they changed by hand, and sheets that go by another name than their own because that one is taken.
 */
export const toldBeforeWriting = ({ sheets }: WriteReport, models: readonly SheetModel[]): readonly Problem[] =>
  sheets.flatMap(({ marker, name, created, changedCells, editedSinceLastWrite }) => {
    // A value changed by hand to just what is written now loses nothing.
    if (editedSinceLastWrite === true && changedCells > 0)
      return [problem('sheet-edited', { found: name }, { cells: changedCells })];
    const model = models.find((one) => one.marker === marker);
    return created && model !== undefined && model.name !== name
      ? [problem('sheet-elsewhere', { found: name }, { name: model.name })]
      : [];
  });
