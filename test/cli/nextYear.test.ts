import { evaluated } from '../builders/evaluated';
import { nextYear, oneGrant } from '../builders/nextYear';
import { answerForm, reportKinds, resultsJson, sheetsToWrite } from '../../src/report';
import { readScheme } from '../../src/schemes';

const met = (id: string): '○' | '×' => ([...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 3 === 0 ? '×' : '○');

test.each([['per-grant', nextYear('per-grant')], ['one', oneGrant()]] as const)('%s', (_, scheme) => {
  const form = answerForm(scheme, { municipality: '会津若松市', answers: met });
  const results = evaluated([{ name: '回答', grid: form.rows.map((row) => row.map(({ value }) => value)) }], { scheme });
  console.log(JSON.stringify(resultsJson(results).municipalities[0]!.points));
  const { sheets } = sheetsToWrite(results, new Set(reportKinds), []);
  const texts = sheets.map(({ name, rows }) => `${name}\n${(rows as readonly (readonly { value: unknown }[])[]).map((row) => row.map(({ value }) => String(value ?? "")).join("|").replace(/\|+$/, "")).join("\n")}`);
  console.log(texts.filter((t) => true).join('\n\n'));
});
test('one', () => {
  console.log(JSON.stringify(readScheme(oneGrant())).slice(0, 1500));
});
