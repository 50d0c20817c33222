import { problem, type Problem } from '../kernel';
import { markerPrefix, ownedSheets, type DefinedName, type SheetModel } from '../workbook';

/**
 * Says which sheets of ours a write leaves with old figures: the same report stands in another shape, so it is written to
 * a sheet of its own. A paper of another year is a document of that year and not meant.
 */
export const leftBehind = (names: readonly DefinedName[], models: readonly SheetModel[]): readonly Problem[] => {
  const written = new Set(models.map(({ marker }) => marker.toLowerCase()));
  return models.flatMap(({ marker, name }) => {
    const family = familyOf(marker);
    if (family === undefined) return [];
    const start = `${markerPrefix}${family}`.toLowerCase();
    return names
      .filter((one) => one.name.toLowerCase().startsWith(start) && !/_hash$/i.test(one.name))
      .map((one) => one.name.slice(markerPrefix.length))
      .filter((other) => !written.has(other.toLowerCase()))
      .flatMap((other) => ownedSheets(names, { marker: other, name: '' }))
      .map(({ name: sheet }) => problem('report-left-behind', { sheet, found: sheet }, { name }));
  });
};

/** The part of a marker that shapes of one report share: the year of a paper, nothing more of the charts. */
const familyOf = (marker: string): string | undefined => /^(?:charts|paper[AB]R\d+)/.exec(marker)?.[0];
