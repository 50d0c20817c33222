import type { FiscalYear } from '../../kernel';
import {
  blockNationalOf,
  cite,
  figuresOf,
  nationalOf,
  wholeOf,
  type Figure,
  type NationalFigures,
} from '../../schemes';
import { toldFigure } from '../../years';
import type { CouncilFacts } from '../council';

/** What is known of the nation in the year before: the mean as published, and 満点. */
export interface LastYearNation {
  readonly year: FiscalYear;
  readonly mean: Figure | undefined;
  readonly most: Figure | undefined;
}

/** The nation in the year that the settings name as 前年度; undefined where none is named. */
export const lastYearNation = ({ settings, comparison }: CouncilFacts): LastYearNation | undefined => {
  const { fiscalYear, mostPoints } = settings?.lastYear ?? {};
  return settings === undefined || fiscalYear === undefined
    ? undefined
    : {
        year: fiscalYear,
        mean: meanOf(fiscalYear),
        most: toldFigure(settings, 'lastYear.mostPoints', mostPoints) ?? comparison?.before.points.total?.most,
      };
};

const meanOf = (year: FiscalYear): Figure | undefined => {
  const national = nationalOf(year);
  const known = figuresOf(national, wholeOf(null));
  if (national !== undefined && known !== undefined) return published(known.mean, national.documents, national.source);
  const byBlocks = blockNationalOf(year, 'municipality');
  const block = figuresOf(byBlocks, wholeOf(null));
  return byBlocks && block && published(block.mean, byBlocks.documents, block.source ?? byBlocks.source);
};

const published = (
  value: number,
  documents: NationalFigures['documents'],
  source: NationalFigures['source'],
): Figure => ({ value, origin: { kind: 'published', cited: cite(documents, source) } });
