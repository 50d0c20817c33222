import { municipalitiesOf, onlyMunicipality, type MunicipalityResult, type Results } from '../../evaluation';
import type { Worded } from '../../problems';
import type { Reading } from './paneState';
import { rangeText } from './scored';
import { townKey } from './trying';

/** What became of the points when changed answers were scored again, in a sentence. */
export const rescoredWords = (before: Results, now: Results): Worded => {
  const [one, other] = [onlyMunicipality(before), onlyMunicipality(now)];
  if (one !== undefined && other !== undefined) {
    const [was, is] = [totalOf(one), totalOf(other)];
    return was === is
      ? { ja: `総得点は${is}点のままです`, en: `The total is still ${is}` }
      : { ja: `総得点は${was}点から${is}点になりました`, en: `The total went from ${was} to ${is}` };
  }
  const known = new Map(municipalitiesOf(before).map((town) => [townKey(town), totalOf(town)]));
  const towns = municipalitiesOf(now);
  const moved = towns.filter((town) => known.get(townKey(town)) !== totalOf(town)).length;
  return {
    ja: `${towns.length}市町村のうち${moved}市町村の得点が変わりました`,
    en: `The points of ${moved} of ${towns.length} municipalities changed`,
  };
};

/** What came of scoring again on a press, in a few words: that nothing is different must be seen, too. */
export const againWords = (before: Reading | undefined, now: Reading): Worded | undefined => {
  if (!now.outcome.ok) return undefined;
  const results = now.outcome.value;
  if (before?.outcome.ok === true) {
    const isSame = before.outcome.value.checkCode === results.checkCode && before.besideMark === now.besideMark;
    return isSame ? { ja: '変更なし', en: 'no change' } : rescoredWords(before.outcome.value, results);
  }
  const one = onlyMunicipality(results);
  return one === undefined
    ? {
        ja: `${municipalitiesOf(results).length.toLocaleString('en-US')}市町村`,
        en: `${municipalitiesOf(results).length.toLocaleString('en-US')} municipalities`,
      }
    : { ja: `総得点は${totalOf(one)}点です`, en: `the total is ${totalOf(one)}` };
};

const totalOf = ({ range }: MunicipalityResult): string => rangeText(range.least, range.most);
