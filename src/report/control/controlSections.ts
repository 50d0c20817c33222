import { councilFacts, type CouncilFacts } from '../council';
import { municipalityTitle } from '../headline';
import { municipalitiesOf, type Results } from '../../evaluation';
import { sumControls, termOf, type Control } from './control';
import { grantControls, useControls } from './moneyControls';
import { pointsControls } from './pointsControls';
import { yearControls } from './yearControls';

/** So many municipalities are checked one by one; a whole nation would make a sheet nobody reads. */
export const mostMunicipalities = 50;

/** Controls under one heading; never none. */
export interface ControlSection {
  readonly title: string;
  readonly controls: readonly Control[];
}

/** What can be worked out again: each municipality, then the comparison of the years and the use of the grants. */
export const controlSections = (results: Results): readonly ControlSection[] => {
  const { own } = results.money;
  const facts = councilFacts(results);
  const sections: readonly ControlSection[] = [
    ...municipalitiesOf(results)
      .slice(0, mostMunicipalities)
      .map((municipality) => ({
        title: municipalityTitle(municipality),
        controls: [
          ...pointsControls(results, municipality),
          ...(municipality.grants === null ? [] : grantControls(results, municipality.grants)),
        ],
      })),
    { title: '得点（シート「設定」）', controls: facts === undefined ? [] : toldControls(facts) },
    {
      title: '前年度比較',
      controls: own?.comparison === undefined ? [] : yearControls(own.comparison),
    },
    { title: '使途', controls: own?.use === undefined ? [] : useControls(results, own.use) },
  ];
  return sections.filter(({ controls }) => controls.length > 0);
};

/** Points told instead of answers: the grants must add up to the total told. */
const toldControls = (facts: CouncilFacts): readonly Control[] => {
  const { promotion, support, total } = facts.thisYear.points;
  if (facts.results.subject !== 'facts' || !promotion || !support || !total) return [];
  return sumControls('総得点 ＝ 推進＋支援', [termOf(promotion.points), termOf(support.points)], termOf(total.points));
};
