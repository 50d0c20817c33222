import { evaluate, municipalitiesOf, type WorkbookResults } from '../../src/evaluation';
import type { Result } from '../../src/problems';
import type { SheetContent, SheetModel } from '../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { asText } from './forms/asText';
import { formOf, type Form } from './forms/form';
import { verdictOn, type Verdict } from './forms/verdict';

const seeds = Array.from({ length: 2000 }, (_, at) => at + 1);
/** Readings that are wrong by now; must shrink to none. */
const mostWrong = 0;
/** Of the plain forms, and of all, so many at least are read to the end: who refuses everything is never wrong. */
const leastRight = { plain: 0.96, all: 0.78 };

type Shares = Record<Verdict['ending'], number>;

const readings = seeds.map((seed) => {
  const form = formOf(seed);
  return { seed, form, verdict: verdictOn(form, evaluate(form.content, { fileName: form.fileName })) };
});

const sharesOf = (verdicts: readonly Verdict[]): Shares => {
  const shares: Shares = { right: 0, asked: 0, refused: 0, wrong: 0 };
  for (const { ending } of verdicts) shares[ending] += 1;
  return shares;
};

const rightOf = (verdicts: readonly Verdict[]): number => sharesOf(verdicts).right / verdicts.length;

/** The shares of every word of the recipes that enough forms have, the least right first. */
const table = (): string => {
  const byWord = new Map<string, Verdict[]>();
  for (const { form, verdict } of readings) {
    for (const word of ['all forms', ...(form.plain ? ['plain forms'] : []), ...form.recipe])
      byWord.set(word, [...(byWord.get(word) ?? []), verdict]);
  }
  const line = ([word, verdicts]: readonly [string, readonly Verdict[]]): string => {
    const { right, asked, refused, wrong } = sharesOf(verdicts);
    return `${[right, asked, refused, wrong].map((count) => String(count).padStart(6)).join('')}  ${word}`;
  };
  const known = [...byWord].filter(([, verdicts]) => verdicts.length >= 20);
  const weakest = known.sort(([, one], [, other]) => rightOf(one) - rightOf(other)).slice(0, 30);
  const whole = known.filter(([word]) => word.endsWith(' forms'));
  return [' right asked refused wrong', ...[...whole, ...weakest].map(line)].join('\n');
};

test('no form is read wrongly without a word', () => {
  process.stdout.write(`${table()}\n`);
  const wrong = readings.filter(({ verdict }) => verdict.ending === 'wrong');
  const shown = wrong.slice(0, 5).map(({ form, verdict }) => `${verdict.fault}\n${asText(form)}`);
  const list = wrong.map(({ seed }) => seed).join(', ');
  if (wrong.length > mostWrong) throw new Error(`${wrong.length} wrong: seeds ${list}\n\n${shown.join('\n\n')}`);
});

test('forms that most people make are read to the end', () => {
  const plain = readings.filter(({ form }) => form.plain);
  expect(plain.length).toBeGreaterThan(400);
  expect(rightOf(plain.map(({ verdict }) => verdict))).toBeGreaterThanOrEqual(leastRight.plain);
  expect(rightOf(readings.map(({ verdict }) => verdict))).toBeGreaterThanOrEqual(leastRight.all);
});

/** The sheet as our writer takes it; a marker of a form, for others of ours are not read again. */
const modelOf = ({ name, grid, merges }: SheetContent, at: number): SheetModel => {
  const width = Math.max(1, ...grid.map(({ length }) => length));
  return {
    name,
    marker: `form${at}`,
    rows: grid.map((row) =>
      Array.from({ length: width }, (_, column) => ({ value: row[column] ?? null, look: 'body' })),
    ),
    columnWidths: Array.from({ length: width }, () => 10),
    merges,
    print: { orientation: 'portrait' },
  };
};

const essence = (outcome: Result<WorkbookResults>) =>
  outcome.ok
    ? municipalitiesOf(outcome.value).map(({ identity, total, range, provisional }) => [
        identity.name,
        total,
        range,
        provisional,
      ])
    : outcome.problems.map(({ code, sheet, cell }) => [code, sheet, cell]);

test('a form in a file is read as it is in memory', async () => {
  const isWhole = ({ content }: Form): boolean => content.sheets.every(({ hiddenRows }) => hiddenRows.size === 0);
  const sample = readings.filter(({ seed, form }) => seed % 40 === 0 && isWhole(form));
  expect(sample.length).toBeGreaterThan(40);
  for (const { form } of sample) {
    const bytes = await writeWorkbookFile(form.content.sheets.map(modelOf));
    const content = await readWorkbookFile(bytes, form.fileName);
    if (!content.ok) throw new Error(JSON.stringify(content.problems));
    const { fileName } = form;
    expect([form.seed, essence(evaluate(content.value, { fileName }))]).toEqual([
      form.seed,
      essence(evaluate(form.content, { fileName })),
    ]);
  }
});
