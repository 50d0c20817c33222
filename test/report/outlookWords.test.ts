import { yen } from '../../src/kernel';
import { outlookFrom, type MoneyView } from '../../src/outlook';
import { cautionText, plansText, yenChangeText } from '../../src/report/outlookWords';
import { criterionIndexOf } from '../../src/schemes';
import { schemeFor } from '../builders/answerSheets';
import { seededRandom } from '../fixtures/seededRandom';
import { inventedStates, standpointOf } from '../outlook/standpoints';

const scheme = schemeFor('R8');
const standpoint = standpointOf(scheme, inventedStates(scheme, seededRandom(3)));
const met = [...standpoint.states.keys()].filter((index) => standpoint.states[index] === 2).slice(0, 12);
const { all } = criterionIndexOf(scheme);
const outlookWith = (money: MoneyView | undefined) => {
  const unmet = met.flatMap((index) => all[index]?.criterion.id ?? []).filter((id) => !id.startsWith('P1a1'));
  const asked = { scenario: { plans: [{ name: '案', met: [], unmet }], effort: new Map(), excluded: [] } };
  const made = outlookFrom({ ...standpoint, money }, asked);
  if (!made.ok) throw new Error();
  return made.value;
};

test('yen say what they rest on', () => {
  const { money } = standpoint;
  if (money === undefined) throw new Error();
  expect(cautionText(outlookWith(money))).toContain('試算の単価');
  const shared = cautionText(outlookWith({ ...money, basis: 'share' }));
  expect(shared).toContain('配分計画');
  expect(shared).not.toContain('試算の単価');
  expect(cautionText(outlookWith(undefined))).toContain('試算していません');
});

test('what a plan loses is printed with △ alone, a single amount once', () => {
  expect(plansText(outlookWith(standpoint.money))).toMatch(/交付額 △[\d,]+千円～△[\d,]+千円$/);
  expect(yenChangeText({ low: yen(-5_000n), high: yen(7_900n) })).toBe('△5千円～＋7千円');
  expect(yenChangeText({ low: yen(12_000n), high: yen(12_000n) })).toBe('＋12千円');
});
