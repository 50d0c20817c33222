import { blockNationalOf, figuresOf, type NationalFigures, nationalOf, wholeOf } from '../../schemes';
import type { FiscalYear } from '../../kernel';
import type { FigureSource } from '../../workbook';
import { mostPointsSource, toldSource } from '../council-sources';
import type { CouncilFacts } from '../council';
import { fromPublished } from '../sources';

/** What is known of the nation in the year before: the mean as published, and 満点. */
export interface LastYearNation {
  readonly year: FiscalYear;
  readonly mean: Figure | undefined;
  readonly most: Figure | undefined;
}

interface Figure {
  readonly value: number;
  readonly source: FigureSource | undefined;
}

/** The nation in the year that the settings name as 前年度; undefined where none is named. */
export const lastYearNation = (facts: CouncilFacts): LastYearNation | undefined => {
  const year = facts.settings?.lastYear.fiscalYear;
  return year === undefined ? undefined : { year, mean: meanOf(year), most: mostOf(facts) };
};

const meanOf = (year: FiscalYear): Figure | undefined => {
  const national = nationalOf(year);
  const known = figuresOf(national, wholeOf(null));
  if (national !== undefined && known !== undefined)
    return figure(known.mean, national.documents, national.source, year);
  const byBlocks = blockNationalOf(year, 'municipality');
  const block = figuresOf(byBlocks, wholeOf(null));
  return byBlocks && block && figure(block.mean, byBlocks.documents, block.source ?? byBlocks.source, year);
};

const figure = (
  value: number,
  documents: NationalFigures['documents'],
  source: NationalFigures['source'],
  year: FiscalYear,
): Figure => ({ value, source: fromPublished({ documents, source }, `${year}の平均点`) });

const mostOf = (facts: CouncilFacts): Figure | undefined => {
  const told = facts.settings?.lastYear.mostPoints;
  if (told !== undefined) return { value: told, source: toldSource(facts, 'lastYear.mostPoints') };
  const total = facts.comparison?.before.points.total;
  return total && { value: total.most, source: mostPointsSource(facts, 'lastYear', 'total') };
};
