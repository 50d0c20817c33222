import { packagedCalibration, scenarioWords, shareWords, type GrantAmount } from '../../allocation';
import { fiscalYearLabel, inGroups } from '../../kernel';
import type { MoneyGrant, Settings } from '../../settings';
import type { FigureSource } from '../../workbook';
import { fromSettings } from '../figureSources';
import { cell, yenCell } from '../layout/cells';
import { cellLine, type Line, type Sentence } from '../layout/layOut';
import { together } from '../origins';

/** Below an estimate: the ways it may come about, with how often each was seen, and what is left of it by 所要見込額. */
export const scenarioLines = (
  settings: Settings | undefined,
  grant: MoneyGrant,
  { scenarios, low, high }: GrantAmount,
  source: FigureSource,
): readonly Line[] => [
  ...scenarios.map((one) =>
    cellLine([
      cell(`　うち${scenarioWords[one.kind]}`, 'side'),
      cell('（幅のみ）', 'center'),
      yenCell(one.low, 'body', source),
      yenCell(one.high, 'body', source),
      cell(`同規模の${shareWords(one.seen.sizeClass)}`, 'center', { source }),
    ]),
  ),
  ...(scenarios.length === 0 ? [] : finalLine(settings, grant, { low, high }, source)),
];

/** 確定額 is no more than 所要見込額, before 追加交付 (rules/grants.md#formula). */
const finalLine = (
  settings: Settings | undefined,
  grant: MoneyGrant,
  { low, high }: Pick<GrantAmount, 'low' | 'high'>,
  estimate: FigureSource,
): readonly Line[] => {
  if (grant === 'outcomeOriented') return [];
  const required = settings?.required[grant];
  if (required === undefined) return [];
  const source = together(['試算', estimate], ['所要見込額', fromSettings(settings, `required.${grant}`)]);
  return [
    cellLine([
      cell('　所要見込額までの額（確定額）', 'side'),
      cell('（幅のみ）', 'center'),
      yenCell(low < required ? low : required, 'body', source),
      yenCell(high < required ? high : required, 'body', source),
      cell('追加交付額を除く', 'center'),
    ]),
  ];
};

/** 290 of 2,900,000 yen. */
const tenThousands = (amount: number): string => inGroups(amount / 10_000);

const { finals, fiscalYear, rates } = packagedCalibration;

const fromCalibration: FigureSource = {
  kind: 'plan',
  text: `公表された${fiscalYearLabel(fiscalYear)}の交付額から推定した値です（マニュアル「5. 交付額」）。`,
};

/** What every estimate is and is not; the figures are those of the calibration. */
export const estimateNotes: readonly Sentence[] = [
  '※ 試算の方法：得点×第1号被保険者数×規模区分の単価（基本分）に、定額とみられる追加配分がない場合とある場合を示します。単価と追加配分は公表された交付額から推定したもので、国の係数は公表されていません。',
  `※ 追加配分：0円か、両交付金の計で約${tenThousands(rates.addOn.leastYen)}～${tenThousands(rates.addOn.mostYenFrom)}万円（${rates.addOn.fromPoints}点未満では約${tenThousands(rates.addOn.mostYenBelow)}万円まで）とみています。受けるかどうかは、得点と人数だけでは分かりません。`,
  `※ 確定額は別の額です：試算は交付見込額（案）に当たります。確定額は、案と所要見込額の少ない方に追加交付額を加えた額です。${fiscalYearLabel(fiscalYear)}の確定額が分かる${shareWords({ of: finals.of, count: finals.within })}が試算の幅の中でした（案を下回った団体が中心）。`,
  '※ 試算の限界：激変緩和と成果指向型配分枠は見込んでいません。内示額として扱わないでください。',
].map((text) => ({ text, source: fromCalibration }));
