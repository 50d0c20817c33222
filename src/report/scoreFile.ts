import { z } from 'zod';

const Count = z.int().min(0);
const Yen = z.int();
const OrNone = z.string().nullable();

const Problem = z.object({
  code: z.string().meta({ description: '問い合わせに使う番号（例：E-217）' }),
  severity: z
    .enum(['stop', 'check', 'info'])
    .meta({ description: 'stop：使えない、check：要確認、info：知らせるだけ' }),
  file: OrNone,
  sheet: OrNone,
  cell: OrNone.meta({ description: 'A1 形式。シート名は含まない' }),
  found: OrNone.meta({ description: '読んだまま' }),
  expected: OrNone,
  criterion: OrNone.meta({ description: '枝番の id（例：P1p3a1）' }),
  pointsAtStake: z.number().nullable().meta({ description: 'この問題で変わりうる最大の点数' }),
  message: z.string(),
  messageEn: z.string(),
});

const Goal = z.object({
  goal: z.int().nullable().meta({ description: '目標の番号。両交付金に共通の目標は、それぞれに出る' }),
  total: Count,
  process: Count.optional().meta({ description: '体制・取組指標群' }),
  activity: Count.optional().meta({ description: '活動指標群' }),
  outcome: Count.optional().meta({ description: '成果指標群' }),
});
const GrantPoints = z.object({ total: Count, goals: z.array(Goal) });

const Amount = z.object({
  yen: Yen,
  low: Yen.meta({ description: '幅の下限。notice と share では yen と同じ' }),
  high: Yen,
  basis: z
    .enum(['notice', 'share', 'estimate'])
    .meta({ description: 'notice：内示額、share：配分計画による計算、estimate：試算（内示額ではない）' }),
  because: z.array(z.string()),
});

const Rank = z
  .object({
    low: z.int().min(1).meta({ description: 'ありうる最上位' }),
    high: z.int().min(1).meta({ description: 'ありうる最下位。low と同じなら正確' }),
    of: z.int().min(1),
    basis: z.enum(['table', 'distribution', 'known-pairs', 'none']).meta({
      description:
        'table：手元の全国集計、distribution：公表された分布、known-pairs：公表された得点と順位の組、none：不明',
    }),
  })
  .nullable();

const Municipality = z.object({
  name: z.string(),
  prefecture: OrNone,
  code: OrNone.meta({ description: '団体コード6桁' }),
  insured: z.number().nullable().meta({ description: '第1号被保険者数' }),
  points: z.object({ total: Count, promotion: GrantPoints, support: GrantPoints }),
  provisional: z.boolean().meta({ description: '未確定の回答があるとき true' }),
  range: z
    .object({ min: Count, max: Count })
    .meta({ description: '未確定の回答を 0 としたときと、すべて取れたときの合計' }),
  criteria: z
    .record(
      z.string(),
      z.object({
        state: z.enum(['unanswered', 'unmet', 'met', 'held']),
        points: Count,
        because: z.enum([
          'met',
          'unmet',
          'unanswered',
          'held',
          'other-alternative',
          'own-total-reached',
          'own-total-missed',
        ]),
        sheet: OrNone,
        cell: OrNone,
      }),
    )
    .meta({ description: '枝番の id ごとの回答と得点' }),
  rank: z.object({ national: Rank, prefecture: Rank }),
  grants: z
    .object({ promotion: Amount, support: Amount, outcomeOriented: Amount.nullable(), totalYen: Yen })
    .nullable(),
});

const Statistics = z.object({
  of: Count.meta({ description: '市町村の数' }),
  blocks: z.array(
    z.object({
      grant: z.enum(['promotion', 'support', 'common']),
      goal: z.int().nullable().meta({ description: 'null は交付金の合計' }),
      group: z.enum(['process', 'activity', 'outcome']).nullable().meta({ description: 'null は目標の合計' }),
      mean: z.number(),
      median: z.number(),
      sdPopulation: z.number(),
    }),
  ),
  criteria: z.record(z.string(), Count).meta({ description: '枝番の id ごとの該当市町村数' }),
});

/**
 * What `--json` writes: the promised output `incentive-score/1`. Fields are added, never renamed or removed, so a reader
 * must let fields pass that it does not know.
 */
export const scoreFileSchema = () =>
  z.object({
    schema: z.literal('incentive-score/1'),
    fiscalYear: z.string().meta({ description: '評価年度（例：R8）' }),
    scheme: z.object({ revision: z.int().min(1), hash: z.string() }),
    checkCode: z.string().meta({ description: '検算コード。回答・スキーム・版が同じなら同じ8文字' }),
    engineVersion: z.string(),
    sources: z.array(z.object({ name: z.string(), sha256: z.string() })).meta({ description: '読んだファイル' }),
    failures: z
      .array(z.object({ file: z.string(), problems: z.array(Problem) }))
      .meta({ description: 'まとめて採点したとき、採点できなかったファイル' }),
    municipalities: z.array(Municipality),
    statistics: Statistics.nullable().meta({ description: '全国集計の表があるときの統計' }),
    problems: z.array(Problem),
    fingerprint: z
      .string()
      .optional()
      .meta({ description: 'ファイルに書いたときだけ。書いたあとに手が加えられていないかを確かめる印' }),
  });

/** The file's content, as the writer makes it; parts may be read-only. */
export type ScoreFile = z.output<ReturnType<typeof scoreFileSchema>>;
