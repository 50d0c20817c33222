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
  pointsAtStake: z.number().nullable().meta({
    description: 'この問題で確かめる枝番の配点の計（指標の満点まで。目標Ⅳは両交付金の分）。総得点の動く幅は range',
  }),
  message: z.string(),
  messageEn: z.string(),
});

const Decision = z.object({
  file: OrNone,
  sheet: z.string(),
  cell: z.string(),
  text: z.string().meta({ description: '判定したときに書かれていた内容。空欄は空の文字' }),
  judgement: z.enum(['met', 'unmet', 'accepted']).meta({ description: 'met：○、unmet：×、accepted：この読み方でよい' }),
  by: OrNone,
  at: OrNone,
  inForce: z.boolean().meta({ description: 'false なら、使わなかった（problems にその理由の番号）' }),
  points: z.number().meta({ description: 'この判定で決まった枝番の配点の計' }),
  problems: z.array(z.string()).meta({ description: 'この判定で済んだ要確認の番号' }),
});

const Goal = z.object({
  goal: z.int().nullable().meta({ description: '目標の番号。両交付金に共通の目標は、それぞれに出る' }),
  total: Count,
  process: Count.optional().meta({ description: '体制・取組指標群' }),
  activity: Count.optional().meta({ description: '活動指標群' }),
  outcome: Count.optional().meta({ description: '成果指標群' }),
});
const GrantPoints = z.object({ total: Count, goals: z.array(Goal) });

const SeenShare = z.object({ count: Count, of: Count });
const Scenario = z.object({
  kind: z
    .enum(['basic-only', 'with-add-on'])
    .meta({ description: 'basic-only：基本分のみ、with-add-on：追加配分を受けた場合' }),
  low: Yen,
  high: Yen,
  seen: z
    .object({
      sizeClass: SeenShare.meta({ description: '同じ規模区分の公表額のうち' }),
      points: SeenShare.meta({ description: '両交付金の計が470点の同じ側にある公表額のうち' }),
    })
    .meta({ description: '令和6年度の公表額 of 件のうち、この場合とみられるもの count 件' }),
});

const Amount = z.object({
  yen: Yen.nullable().meta({ description: '試算の上限が下限の3倍を超えるときは null（1つの額を示さない）' }),
  low: Yen.meta({ description: '幅の下限。notice と share では yen と同じ' }),
  high: Yen,
  scenarios: z.array(Scenario).meta({ description: '試算の内訳。notice と share では空' }),
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
    central: z
      .int()
      .min(1)
      .optional()
      .meta({ description: '幅の中で最もありそうな順位（公表された組の間を補間）。正確なときはない' }),
    basis: z.enum(['table', 'distribution', 'known-pairs', 'none']).meta({
      description:
        'table：手元の全国集計、distribution：公表された分布、known-pairs：公表された得点と順位の組、none：不明',
    }),
  })
  .nullable();

const Coverage = z
  .object({ found: Count, of: Count })
  .meta({ description: '行か列が見つかった枝番の数と、評価指標の枝番の数（計算で決まる枝番を除く）' });

const Band = z.object({ low: z.int(), high: z.int() });
const Points = z.object({ min: z.int(), max: z.int() });
const Ids = z.array(z.string());

/** What some answers would come to. */
const after = {
  total: Count.meta({ description: '未確定の回答を 0 としたときの総得点' }),
  range: Points.meta({ description: '未確定の回答を 0 としたときと、すべて取れたときの総得点' }),
  promotion: Count,
  support: Count,
  rank: Band.nullable().meta({ description: '全国順位。分からなければ null' }),
  prefectureRank: Band.nullable(),
  promotionRank: Band.nullable(),
  supportRank: Band.nullable(),
};

const Outlook = z
  .object({
    marginal: z
      .array(
        z.object({
          criterion: z.string().meta({ description: '満たしていない枝番の id' }),
          points: z.int().meta({ description: 'この枝番だけを満たしたときに総得点が増える点数' }),
          ...after,
          yen: Band.nullable().meta({ description: '交付額の増加分（円）の幅。試算できなければ null' }),
          share: z.number().nullable().meta({ description: '全国でこの枝番を満たす市町村の割合' }),
          effort: z.number().meta({ description: '手間（needs の枝番の分を含む）' }),
          needs: Ids.meta({ description: '同じ数値の、先に満たすはずの広い区分（上位7割など）で、まだのもの' }),
          lastYear: z
            .enum(['unanswered', 'unmet', 'met', 'held'])
            .nullable()
            .meta({ description: '同じ問いへの前年度の回答。前年度のブック（--before）がないか、問いがなければ null' }),
          cutOff: z
            .object({ own: z.number(), cutOff: z.number(), better: z.enum(['higher', 'lower']) })
            .nullable()
            .meta({ description: '順位で決まる枝番の、自団体の数値と区切りの数値。全国集計に数値がなければ null' }),
        }),
      )
      .meta({ description: '満たしていない枝番すべて。ほかの回答は今のまま、その枝番だけを満たしたとき' }),
    mostHaveIt: Ids.meta({ description: '満たしていない枝番のうち、全国の半数以上が満たすもの。加点の大きい順' }),
    ownTotal: z
      .object({
        total: Count.meta({ description: '推進Ⅰ活動1を除く総得点' }),
        cutOff: Count.meta({ description: '次の区切り' }),
        points: Count.meta({ description: '区切りに届くと推進Ⅰ活動1で増える点数' }),
      })
      .nullable()
      .meta({ description: '総得点で順位が決まる指標の、次の区切り。上の区切りがないか、分からなければ null' }),
    robustness: z
      .object({
        rank: Band.meta({ description: '試行の9割が入る全国順位' }),
        points: Band.meta({ description: '試行の9割が入る総得点' }),
        open: Count.meta({ description: '未確定の回答の数' }),
        draws: Count,
        seed: Count.meta({ description: '乱数の種。同じ回答なら同じ結果になる' }),
        assumption: z.string(),
      })
      .nullable()
      .meta({ description: '順位の確かさ。ほかの市町村の得点が分からなければ null' }),
    peers: z
      .array(
        z.object({
          sizeClass: z.int().nullable(),
          depopulated: z.boolean().nullable().meta({ description: '過疎かどうか。null は両方' }),
          municipalities: Count,
          mean: z.number(),
          median: z.number().nullable(),
          rank: z.int().nullable().meta({ description: 'その中の順位。全国集計がなければ null' }),
        }),
      )
      .meta({ description: '規模区分・過疎の別が同じ市町村' }),
    goal: z
      .object({
        text: z.string(),
        reached: z.boolean().meta({ description: 'false なら、届く中で最も高い案' }),
        criteria: Ids.meta({ description: '新しく満たす枝番の id' }),
        effort: z.number().meta({ description: '手間の合計。指定のない枝番は、全国で満たしていない市町村の数' }),
        optimal: z.boolean().meta({ description: 'これより手間の少ない案はないことが証明されている' }),
        ...after,
        yen: Band.nullable().meta({ description: '交付額の増加分（円）の幅' }),
        runnerUp: Ids.nullable().meta({ description: '次に手間の少ない案' }),
        runnerUpEffort: z.number().nullable(),
      })
      .nullable(),
    plans: z.array(
      z.object({
        name: z.string(),
        points: z.int().meta({ description: '総得点の増減' }),
        ...after,
        yen: Band.nullable().meta({ description: '交付額の増減（円）の幅' }),
      }),
    ),
  })
  .nullable()
  .meta({ description: '次に取り組むこと（--outlook、--goal、--scenario）。求めていなければ null' });

const PointsRange = z.object({ min: z.int(), max: z.int() });

const Change = z
  .object({
    from: z.string().meta({ description: '前の年度（R7 など）' }),
    before: Count,
    now: Count,
    gained: z.int().meta({ description: '新たに満たした枝番の点。before と5つの内訳を足すと now になる' }),
    lost: z.int(),
    repointed: z.int().meta({ description: '両年度とも満たし、配点などが変わった枝番の点の差' }),
    added: z.int().meta({ description: '新しい枝番（前年度と同じと分からないものを含む）' }),
    dropped: z.int(),
    ranges: z
      .object({
        before: PointsRange,
        now: PointsRange,
        gained: PointsRange,
        lost: PointsRange,
        repointed: PointsRange,
        added: PointsRange,
        dropped: PointsRange,
      })
      .nullable()
      .meta({
        description:
          '未回答・要確認の枝番の答えで、それぞれの点が取りうる範囲（上の点は0点として数えたもの）。なければ null',
      }),
    kept: Count.meta({ description: '両年度とも点のある枝番の数' }),
    never: Count.meta({ description: '両年度とも点のない枝番の数' }),
    criteria: z.array(
      z.object({
        kind: z.enum(['gained', 'lost', 're-pointed', 'added', 'dropped']),
        before: OrNone.meta({ description: '前の年度の枝番の id' }),
        criterion: OrNone.meta({ description: '今の年度の枝番の id' }),
        points: z.int(),
        open: z.boolean().meta({ description: 'どちらかの年度の回答が未回答・要確認（変化は未確定）' }),
      }),
    ),
    rankBefore: Band.nullable(),
    rankAtConstantPoints: Band.nullable().meta({ description: '前年度の得点のままなら今年度は何位か' }),
    rankNow: Band.nullable(),
  })
  .nullable()
  .meta({ description: '前年度からの変化（--before）。指定がなければ null' });

const Trend = z
  .array(
    z.object({
      fiscalYear: z.string(),
      total: Count,
      maxPoints: Count,
      promotion: Count,
      support: Count,
      nationalMean: z.number().nullable(),
      prefectureMean: z.number().nullable().meta({ description: '県平均。公表値か全国集計になければ null' }),
      rank: Band.nullable(),
      prefectureRank: Band.nullable(),
      yen: Band.nullable().meta({ description: '交付額の幅（円）。分からなければ null' }),
    }),
  )
  .nullable()
  .meta({ description: '推移（--before）。古い年度から。指定がなければ null' });

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
  coverage: Coverage,
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
        decided: z.literal(true).optional().meta({ description: '人の判定による回答のときだけ' }),
      }),
    )
    .meta({ description: '枝番の id ごとの回答と得点' }),
  rank: z.object({ national: Rank, prefecture: Rank }),
  grants: z
    .object({
      promotion: Amount,
      support: Amount,
      outcomeOriented: Amount.nullable(),
      totalYen: Yen.nullable().meta({ description: '3つの額の合計。1つでも yen が null なら null' }),
    })
    .nullable(),
  outlook: Outlook,
  change: Change,
  trend: Trend,
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

const Place = z.string().meta({ description: '行の番号か列の文字。turned が true のシートでは、行と列が逆になる' });

const Reading = z.object({
  file: OrNone.meta({ description: '1つのブックだけを読んだときは null' }),
  fiscalYear: z.string(),
  because: z
    .enum(['asked', 'written', 'fit'])
    .meta({ description: '年度を決めたもの。asked：指定、written：ブックの記載、fit：評価指標との一致' }),
  sheets: z.array(
    z.object({
      name: z.string(),
      use: z.enum([
        'answers',
        'national',
        'example',
        'old',
        'result',
        'other-year',
        'not-chosen',
        'settings',
        'no-answers',
      ]),
      fiscalYear: OrNone.meta({ description: 'ほかの年度のシートの年度' }),
      turned: z.boolean().meta({ description: '市町村が行に並ぶ表として読んだとき true' }),
      headers: z.array(Place).meta({ description: '見出しの行' }),
      rowsUsed: Count.meta({ description: '枝番（全国集計表では市町村）として読んだ行の数' }),
      rowsOfSums: Count,
      rowsUnused: z.array(Place),
      columns: z.array(
        z.object({
          place: Place,
          header: z.string(),
          role: z.string().meta({ description: '読み方（例：branch、points、answer、note、unused）' }),
          municipality: OrNone,
          differences: Count.nullable().meta({ description: '使わなかった列の、使った回答と違う数' }),
        }),
      ),
    }),
  ),
  leftOut: z.array(z.string()).meta({ description: 'ほかの市町村が選ばれたので読まなかった市町村' }),
});

const Recognised = z.object({ found: Count, of: Count, missing: z.array(z.string()) });

const TableCoverage = z.object({
  criteria: Recognised.meta({ description: '枝番の列' }),
  blocks: Recognised.meta({ description: '計・合計の列' }),
  municipalities: z.object({ found: Count, expected: Count }),
  totals: z
    .object({ compared: Count, agreeing: Count })
    .meta({ description: '合計が印字された行と、そのうち枝番から数えた合計と合う行' }),
  mean: z.object({ table: z.number(), published: z.number() }).nullable(),
  rows: z
    .object({ fromCriteria: Count, byPrint: Count, open: Count })
    .meta({ description: '得点の根拠ごとの市町村の数：枝番、印字された計、範囲' }),
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
    reading: z.array(Reading).meta({ description: 'ブックごとの読み取り方。設定の値だけのときは空' }),
    tableCoverage: TableCoverage.nullable().meta({ description: '全国集計の表の、読めた範囲' }),
    municipalities: z.array(Municipality),
    decisions: z.array(Decision).meta({ description: '読み方に迷うセルについて人が決めたこと（シート「判定」）' }),
    statistics: Statistics.nullable().meta({ description: '全国集計の表があるときの統計' }),
    problems: z.array(Problem),
    fingerprint: z
      .string()
      .optional()
      .meta({ description: 'ファイルに書いたときだけ。書いたあとに手が加えられていないかを確かめる印' }),
  });

/** The file's content, as the writer makes it; parts may be read-only. */
export type ScoreFile = z.output<ReturnType<typeof scoreFileSchema>>;
