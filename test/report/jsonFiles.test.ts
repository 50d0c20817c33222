import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPlan } from '../../src/allocation';
import {
  evaluate,
  mergeResults,
  readBook,
  nationBeside,
  type EvaluationOptions,
  type Results,
} from '../../src/evaluation';
import { resultsJson } from '../../src/report';
import { scoreFileSchema } from '../../src/report/scoreFile';
import { readSettingsFile, readSettingsSheet } from '../../src/settings';
import type { WorkbookContent } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';

const assets = join(__dirname, '../../assets');
const jsonOf = (path: string) => JSON.parse(readFileSync(join(assets, path), 'utf8')) as Record<string, unknown>;
/** The packaged JSON Schema as somebody else's program would use it. */
const validator = (name: string): z.ZodType => z.fromJSONSchema(jsonOf(`schemas/${name}.schema.json`));
const sample = {
  settings: jsonOf('samples/設定-八王子市-令和7年度.json'),
  plan: jsonOf('samples/配分計画-令和7年度.json'),
  score: jsonOf('samples/採点結果-北塩原村-令和6年度.json'),
};

describe.each(['settings', 'plan', 'score'] as const)('the JSON Schema of %s', (name) => {
  test('lets its sample pass', () => {
    expect(validator(name).safeParse(sample[name]).error).toBeUndefined();
  });

  test('refuses it with another schema name, and without one', () => {
    expect(validator(name).safeParse({ ...sample[name], schema: 'incentive-other/1' }).success).toBe(false);
    expect(validator(name).safeParse({ ...sample[name], schema: undefined }).success).toBe(false);
  });
});

test('what people write allows no unknown key and no value out of bounds; what we write may gain fields', () => {
  expect(validator('settings').safeParse({ ...sample.settings, insuredd: 1 }).success).toBe(false);
  expect(validator('settings').safeParse({ ...sample.settings, insured: 0 }).success).toBe(false);
  expect(validator('plan').safeParse({ ...sample.plan, potts: 1 }).success).toBe(false);
  expect(validator('score').safeParse({ ...sample.score, later: 1 }).success).toBe(true);
});

describe('the samples are read by the program itself', () => {
  test('the settings say the same as the sheet 設定 with the same facts', () => {
    const read = readSettingsFile(sample.settings);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.problems).toEqual([]);
    const { settings } = readSettingsSheet('設定', hachiojiFacts);
    const programmes = settings.programmes.map(({ name, grant, category, amountYen }) => ({
      name,
      grant,
      category,
      amountYen,
    }));
    expect(read.value.settings).toEqual({ ...settings, programmes, places: new Map() });
  });

  test('the plan is one', () => {
    expect(readPlan(sample.plan)).toMatchObject({ ok: true, value: { fiscalYear: 'R7' } });
  });
});

describe('what --json writes is the promised output', () => {
  const nation = syntheticNation({ year: 'R8' });
  const form = answerForm({ year: 'R7', municipality: '北塩原村', prefecture: '福島県', mark: () => '○' });
  const scored = (content: WorkbookContent, options?: EvaluationOptions): Results => {
    const results = evaluate(content, options);
    if (!results.ok) throw new Error(JSON.stringify(results.problems));
    return results.value;
  };
  const cases: readonly (readonly [string, () => Results])[] = [
    ['answers with open ones', () => scored(workbook({ name: '回答', grid: withHole(form) }))],
    [
      'answers with notices',
      () => scored(workbook({ name: '回答', grid: form }, { name: '設定', grid: hachiojiFacts })),
    ],
    [
      'answers in the nation',
      () => scored(formOfPlace(nation, 700), { national: nationBeside(nation.content, '全国集計.xlsx') }),
    ],
    ['the nation', () => scored(nation.content)],
    ['the facts of the sheet 設定', () => scored(workbook({ name: '設定', grid: hachiojiFacts }))],
    [
      'a batch with a file that was refused',
      () => {
        const merged = mergeResults([
          { file: '1.xlsx', outcome: readBook(workbook({ name: '回答', grid: form })) },
          { file: '2.xlsx', outcome: readBook(workbook({ name: '白紙', grid: [['何もない']] })) },
        ]);
        if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
        return merged.value;
      },
    ],
  ];

  test.each(cases)('of %s: every field is in the schema, and of its kind', (_, results) => {
    const { municipalities, ...rest } = resultsJson(results());
    // 1,741 rows of one kind say no more than the first few.
    const json: unknown = JSON.parse(JSON.stringify({ ...rest, municipalities: municipalities.slice(0, 3) }));
    // Unknown fields would be dropped by the schema.
    expect(scoreFileSchema().parse(json)).toEqual(json);
    expect(validator('score').safeParse(json).error).toBeUndefined();
  });
});

/** The form with its last answer empty and its first one not to be read. */
const withHole = (form: ReturnType<typeof answerForm>) => {
  const marked = form.flatMap((row, at) => (row.at(-1) === '○' ? [at] : []));
  return form.map((row, at) => {
    if (at === marked.at(-1)) return [...row.slice(0, -1), null];
    return at === marked[0] ? [...row.slice(0, -1), '△'] : row;
  });
};
