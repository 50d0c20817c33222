import { criterionIndexOf } from '../../src/schemes';
import { answerState } from '../../src/answers';
import type { WorkbookContent } from '../../src/workbook';
import type { syntheticNation } from '../fixtures/syntheticNation';
import { answerForm, workbook } from './answerSheets';

/** The answers of one invented municipality as an answer form of its own. */
export const formOfPlace = (
  nation: ReturnType<typeof syntheticNation>,
  row: number,
  change: (id: string, met: boolean) => boolean = (_, met) => met,
): WorkbookContent => {
  const { all } = criterionIndexOf(nation.scheme);
  const met = new Map(
    all.map(({ criterion, index }) => [criterion.id, nation.states[row * all.length + index] === answerState.met]),
  );
  const place = nation.places[row]!;
  return workbook({
    name: '回答',
    grid: answerForm({
      year: nation.scheme.fiscalYear,
      municipality: place.name,
      prefecture: place.prefecture,
      mark: ({ id }) => (change(id, met.get(id) === true) ? '○' : '×'),
    }),
  });
};
