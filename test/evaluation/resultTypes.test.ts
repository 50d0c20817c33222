import { evaluate, type BatchResults, type FactsResults, type NationResults, type Results } from '../../src/evaluation';
import { answerForm, workbook } from '../builders/answerSheets';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';

/** Decided by the compiler: `tsc` refuses this file where a verdict below is not the one written. */
type Verdict<T> = T extends Results ? 'results' : 'no results';

const verdicts: {
  readonly nation: Verdict<NationResults>;
  readonly nationWithoutNation: Verdict<Omit<NationResults, 'nation'>>;
  readonly nationOfNothing: Verdict<Omit<NationResults, 'nation'> & { readonly nation: undefined }>;
  readonly withoutMoney: Verdict<Omit<FactsResults, 'money'>>;
  readonly batchWithoutFailures: Verdict<Omit<BatchResults, 'failures'>>;
  readonly ofNoSubject: Verdict<Omit<FactsResults, 'subject'>>;
} = {
  nation: 'results',
  nationWithoutNation: 'no results',
  nationOfNothing: 'no results',
  withoutMoney: 'no results',
  batchWithoutFailures: 'no results',
  ofNoSubject: 'no results',
};

/** What stands only where it is true; `never` = nowhere else. */
const nowhere: {
  readonly municipalitiesOfFacts: Extract<keyof FactsResults, 'municipalities' | 'nation'> extends never ? true : false;
  readonly failuresOfOne: Extract<keyof NationResults, 'failures'> extends never ? true : false;
} = { municipalitiesOfFacts: true, failuresOfOne: true };

test('the results of facts and of answers have the fields of their types, and no others', () => {
  const keysOf = (...of: Parameters<typeof evaluate>): readonly string[] => {
    const result = evaluate(...of);
    return result.ok ? Object.keys(result.value).sort() : ['refused'];
  };
  const common = ['checkCode', 'engineVersion', 'money', 'national', 'problems', 'reading', 'scheme', 'schemeHash', 'sources', 'subject']; // prettier-ignore
  const form = answerForm({ year: 'R7', municipality: '北塩原村', prefecture: '福島県', mark: () => '○' });
  expect(keysOf(workbook({ name: '設定', grid: hachiojiFacts }), { year: 'R7' })).toEqual(common);
  expect(keysOf(workbook({ name: '回答', grid: form }))).toEqual([...common, 'municipalities', 'nation'].sort());
  expect(Object.values(nowhere)).toEqual([true, true]);
  expect(verdicts.nationWithoutNation).toBe('no results');
});
