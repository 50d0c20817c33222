import { halfUp, inYen, printedPercent, rangeInWords } from '../../../kernel';
import { grantNames, grants, type Grant } from '../../../schemes';
import type { FigureSource } from '../../../workbook';
import { amountSource, amountText, amountWordOf, provisionalSentence, type CouncilFacts } from '../facts';
import { fromPublished, fromSettings } from '../../figureSources';
import { nationMeanIn, prefectureMeanIn, type MeanTotal } from '../../meanTotals';
import { computed, sourceOf, together as fromTogether } from '../../origins';
import { line, span, together, type Line } from '../../layout/layOut';
import { ownLine, toldLine, type Told } from '../edition';
import { fullWidth } from '../../layout/cells';

/** 評価指標（点数）の状況: amounts with last year's, total, means, rates and ranks of nation and prefecture. */
export const headlineLines = (facts: CouncilFacts, width: number, section: number): readonly Line[] =>
  together([
    line(span(`${fullWidth(String(section))}．${facts.year} 評価指標（点数）の状況`, width, 'heading')),
    ...grants.flatMap((grant) => {
      const text = yearsText(facts, grant);
      const title = `○${grantNames[grant].full}`;
      return [
        toldLine(facts, width, text === undefined ? undefined : { text: title, look: 'strong' }, ''),
        toldLine(
          facts,
          width,
          text === undefined ? undefined : { text, source: amountsSource(facts, grant) },
          `${grantNames[grant].full}の額：シート「設定」の「${facts.noticeWord}（${grantNames[grant].short}）」`,
        ),
      ];
    }),
    toldLine(facts, width, frameOf(facts), ''),
    toldLine(facts, width, totalOf(facts), '得点：回答のシート、または「設定」の「今年度の得点」'),
    toldLine(facts, width, nationOf(facts), '全国の平均点と順位：この年度の全国集計表'),
    toldLine(
      facts,
      width,
      prefectureOf(facts),
      `${facts.prefecture.short}の平均点と順位：シート「設定」の「都道府県の平均点」「都道府県内の市町村数」`,
    ),
    ownLine(facts, null, width),
  ]);

/** What is known of a sentence's parts, parted by a space; nothing where no part is. */
const partsTold = (parts: readonly (string | undefined)[], source: FigureSource | undefined): Told | undefined => {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : { text: known.join(' '), source };
};

const yearsText = (facts: CouncilFacts, grant: Grant): string | undefined => {
  const { comparison, year } = facts;
  const now = amountText(facts, grant);
  const before = comparison?.before.yen[grant];
  const last = before === undefined ? '' : `（前年度${fullWidth(inYen(before.value))}）`;
  return now === undefined ? undefined : fullWidth(`${year} ${amountWordOf(facts, grant)} ${now}`) + last;
};

const amountsSource = (facts: CouncilFacts, grant: Grant): FigureSource | undefined =>
  amountText(facts, grant) === undefined
    ? undefined
    : fromTogether(
        [amountWordOf(facts, grant), amountSource(facts, grant)],
        ['前年度の額', facts.comparison?.before.yen[grant]],
      );

const frameOf = ({ thisYear: { yen } }: CouncilFacts): Told | undefined =>
  yen.outcomeOriented && {
    text: `このほか、成果指向型配分枠 ${fullWidth(inYen(yen.outcomeOriented.value))}`,
    source: sourceOf(yen.outcomeOriented),
  };

const totalOf = (facts: CouncilFacts): Told | undefined => {
  const { total } = facts.thisYear.points;
  if (total === undefined) return undefined;
  const open = fullWidth(provisionalSentence(facts));
  return {
    text: `※保険者機能強化推進交付金及び介護保険保険者努力支援交付金の得点の合計（${fullWidth(rangeInWords(String(total.points.value), String(total.most ?? total.points.value), '点'))}）${open === '' ? '' : `。${open}`}`,
    source: sourceOf(total.points),
    look: 'strong',
  };
};

const nationOf = (facts: CouncilFacts): Told | undefined => {
  const { results, thisYear } = facts;
  const { national, scheme } = results;
  const mean = nationMeanIn(results);
  const rank = thisYear.points.total?.nationalRank;
  return partsTold(
    [
      mean === undefined ? undefined : `全国平均点：${fullWidth(meanText(mean))}点`,
      mean === undefined ? undefined : `全国得点率：${fullWidth(printedPercent(mean.mean, scheme.maxPoints, 1))}`,
      rank === undefined || national === undefined
        ? undefined
        : `順位：全国${fullWidth(`${grouped(national.municipalities)}市町村中${grouped(rank.value)}`)}位`,
    ],
    nationSource(facts, mean),
  );
};

const nationSource = (
  { results: { national }, thisYear }: CouncilFacts,
  mean: MeanTotal | undefined,
): FigureSource | undefined => {
  const rank = national === undefined ? undefined : sourceOf(thisYear.points.total?.nationalRank, '全国順位');
  return fromTogether(
    ['全国平均点', mean?.source],
    ['全国得点率', mean && computed('全国平均点÷満点')],
    ['順位', rank],
    ['市町村の数', rank && national && fromPublished(national, '市町村の数')],
  );
};

const prefectureOf = (facts: CouncilFacts): Told | undefined => {
  const { prefecture, results, own, settings, thisYear } = facts;
  const { maxPoints } = results.scheme;
  const count = settings?.prefecture.count;
  const mean = prefectureMeanIn(results, own);
  const rank = thisYear.points.total?.prefectureRank;
  const among = count === undefined ? '' : `${fullWidth(String(count))}市町村中`;
  return partsTold(
    [
      mean === undefined ? undefined : `${prefecture.short}平均点：${fullWidth(meanText(mean))}点`,
      mean === undefined
        ? undefined
        : `${prefecture.short}得点率：${fullWidth(printedPercent(mean.mean, maxPoints, 1))}`,
      rank === undefined ? undefined : `順位：${prefecture.inside}${among}${fullWidth(String(rank.value))}位`,
    ],
    prefectureSource(facts, mean),
  );
};

const prefectureSource = (
  { prefecture: { short, inside }, settings, thisYear }: CouncilFacts,
  mean: MeanTotal | undefined,
): FigureSource | undefined => {
  const rank = thisYear.points.total?.prefectureRank;
  return fromTogether(
    [`${short}平均点`, mean?.source],
    [`${short}得点率`, mean && computed(`${short}平均点÷満点`)],
    [`${inside}順位`, rank],
    [
      `${inside}の市町村の数`,
      rank && (settings?.prefecture.count === undefined ? undefined : fromSettings(settings, 'prefecture.count')),
    ],
  );
};

/** As published, digit by digit, where told; else to two decimals. */
const meanText = ({ mean, told }: MeanTotal): string => told ?? halfUp(mean, 2);

const grouped = (count: number): string => count.toLocaleString('en-US');
