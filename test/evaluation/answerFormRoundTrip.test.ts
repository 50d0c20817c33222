import { answerForm } from '../../src/report';
import { ok } from '../../src/problems';
import type { SheetModel } from '../../src/workbook';
import { memoryWorkbook } from '../adapters/memoryWorkbook';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { schemeFor } from '../builders/answerSheets';
import { statesOf } from '../builders/evaluated';

const readBack = async (model: SheetModel) => {
  const book = memoryWorkbook();
  await book.write([model]);
  const content = await book.read();
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const result = evaluate(content.value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result).toEqual(ok(result.value));
  return result.value;
};

describe.each(['R6', 'R7', 'R8'])('the answer form of %s, read back', (year) => {
  const scheme = schemeFor(year);
  const who = { municipality: '北塩原村', prefecture: '福島県', code: '074021' };

  it('blank: 0 to 800 points, every indicator unanswered', async () => {
    const results = await readBack(answerForm(scheme, who));
    const [municipality] = municipalitiesOf(results);
    expect(municipality?.range).toEqual({ least: 0, most: 800 });
    expect([municipality?.total, municipality?.provisional]).toEqual([0, true]);
    expect(municipality?.identity).toMatchObject({ name: '北塩原村', prefecture: '福島県', code: '074021' });
    expect(new Set(results.problems.map(({ name }) => name))).toEqual(new Set(['unanswered']));
    const computed = scheme.indicators.filter(
      ({ rule }) => rule.kind === 'tier-on-own-total' && rule.cutOffs !== 'unspecified',
    );
    expect(results.problems).toHaveLength(scheme.indicators.length - computed.length);
  });

  it('filled: the same states', async () => {
    const isMet = (id: string) => /[ac]\d?$/.test(id);
    const results = await readBack(answerForm(scheme, { ...who, answers: (id) => (isMet(id) ? '○' : '×') }));
    const own = year === 'R8' ? 'P1a1' : 'none';
    const states = Object.entries(statesOf(results)).filter(([id]) => !id.startsWith(own));
    expect(states.filter(([id, state]) => state !== (isMet(id) ? 'met' : 'unmet'))).toEqual([]);
    expect(municipalitiesOf(results)[0]?.provisional).toBe(false);
  });
});
