import { municipalityTitle } from '../headline';
import type { Results } from '../results';
import { sumControls, type Control } from './control';
import { grantControls, useControls } from './moneyControls';
import { told } from './moneySources';
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
  const { municipalities, comparison, use } = results;
  const sections: readonly ControlSection[] = [
    ...municipalities.slice(0, mostMunicipalities).map((municipality) => ({
      title: municipalityTitle(municipality),
      controls: [
        ...pointsControls(results, municipality),
        ...(municipality.grants === null ? [] : grantControls(municipality.grants)),
      ],
    })),
    { title: '得点（シート「設定」）', controls: toldControls(results) },
    { title: '前年度比較', controls: comparison === undefined ? [] : yearControls(results, comparison) },
    { title: '使途', controls: use === undefined ? [] : useControls(use) },
  ];
  return sections.filter(({ controls }) => controls.length > 0);
};

/** Points told instead of answers: the grants must add up to the total told. */
const toldControls = ({ subject, thisYear }: Results): readonly Control[] => {
  const { promotion, support, total } = thisYear?.points ?? {};
  if (subject !== 'facts' || promotion === undefined || support === undefined || total === undefined) return [];
  return sumControls(
    '総得点 ＝ 推進＋支援',
    [
      { value: promotion.points, source: told('推進の得点') },
      { value: support.points, source: told('支援の得点') },
    ],
    { value: total.points, source: told('総得点') },
  );
};
