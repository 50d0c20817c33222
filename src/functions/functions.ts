import { inCell, inCellLater } from './cell';

/*
 * The custom functions as Excel sees them. The comments are the tooltips in Japanese (functions.json), with the names of the
 * parameters from parameters-ja.json; the English ones stand in help-en.json. No name is one of Excel's own in any language:
 * typing it would offer both; VALUE alone is one (decisions/value-and-next.md). Excel passes one extra argument, the
 * invocation, which nobody here needs. What each gives is a plain value, or a promise of it until the calculations are loaded
 * (see cell.ts); the generator of functions.json takes its type from the comment.
 */

/**
 * 回答の範囲を採点し、得点を返します。未回答があれば #N/A です。
 * @customfunction SCORE
 * @param answers 回答票の範囲（見出し行を含む）、または枝番IDと○×の2列
 * @param year 年度（"R8"、"令和8年度"、2026 など）
 * @param [part] 区分（P＝推進、S＝支援、P1＝目標、P1p＝指標群、P1p3＝指標、C4＝目標Ⅳ）。省くと総得点
 * @returns {Promise<number>} 得点
 */
export function score(answers: unknown[][], year: unknown, part?: unknown) {
  return inCell(({ scorePoints }) => scorePoints(answers, year, part));
}

/**
 * その年度の配点（満点）を返します。
 * @customfunction MAXPOINTS
 * @param year 年度（"R8"、"令和8年度"、2026 など）
 * @param [part] 区分（P＝推進、S＝支援、P1＝目標、P1p＝指標群、P1p3＝指標、C4＝目標Ⅳ）。省くと総得点の満点
 * @returns {Promise<number>} 配点
 */
export function maxpoints(year: unknown, part?: unknown) {
  return inCell(({ maxPoints }) => maxPoints(year, part));
}

/**
 * 回答の範囲を採点し、得点率（得点÷配点、0～1）を返します。端数は丸めません。
 * @customfunction POINTRATE
 * @param answers 回答票の範囲（見出し行を含む）、または枝番IDと○×の2列
 * @param year 年度（"R8"、"令和8年度"、2026 など）
 * @param [part] 区分（P＝推進、S＝支援、P1＝目標、P1p＝指標群、P1p3＝指標、C4＝目標Ⅳ）。省くと総得点
 * @returns {Promise<number>} 得点率
 */
export function pointrate(answers: unknown[][], year: unknown, part?: unknown) {
  return inCell(({ scoreRate }) => scoreRate(answers, year, part));
}

/**
 * その年度の評価指標の一覧（枝番ID・指標・配点など）を、見出し付きで下と右に表示します。
 * @customfunction CRITERIA
 * @param year 年度（"R8"、"令和8年度"、2026 など）
 * @returns {Promise<unknown[][]>} 評価指標の一覧
 */
export function criteria(year: unknown) {
  return inCell(({ criteriaTable }) => criteriaTable(year));
}

/**
 * 枝番ごとの得点と理由を、見出し付きで下と右に表示します。未回答の枝番も理由に示します。
 * @customfunction EXPLAIN
 * @param answers 回答票の範囲（見出し行を含む）、または枝番IDと○×の2列
 * @param year 年度（"R8"、"令和8年度"、2026 など）
 * @param [part] 区分（P＝推進、S＝支援、P1＝目標、P1p＝指標群、P1p3＝指標、C4＝目標Ⅳ）。省くと全部
 * @returns {Promise<unknown[][]>} 枝番ごとの得点と理由
 */
export function explain(answers: unknown[][], year: unknown, part?: unknown) {
  return inCell(({ explainPoints }) => explainPoints(answers, year, part));
}

/**
 * 総得点の全国順位を、公表された得点分布から返します。範囲でしか分からない年度は「512～530」のような文字です。
 * @customfunction NATIONALRANK
 * @param points 総得点
 * @param year 年度（"R8"、"令和8年度"、2026 など）
 * @returns {Promise<number | string>} 全国順位
 */
export function nationalrank(points: unknown, year: unknown) {
  return inCell(({ rankOfPoints }) => rankOfPoints(points, year));
}

/**
 * 母集団の中での順位を返します。同じ値は同じ順位です（1、2、2、4）。空のセルは数えません。
 * @customfunction RANKIN
 * @param value 順位を知りたい値
 * @param population 母集団の数値の範囲
 * @param [lowerIsBetter] TRUE なら小さい値を上位とします。省くと大きい値が上位
 * @returns {Promise<number>} 順位
 */
export function rankin(value: unknown, population: unknown[][], lowerIsBetter?: unknown) {
  return inCell(({ rankInPopulation }) => rankInPopulation(value, population, lowerIsBetter));
}

/**
 * 全国上位7・5・3・1割などの区分（ア～エ）をいくつ満たすかを返します。同じ値は上位に含めます。
 * @customfunction TIER
 * @param value 自団体の値
 * @param population 全団体の数値の範囲
 * @param rule 規則（"上位"、"上位（低）"、"実施"、"実施（低）"。低＝小さい値が上位、実施＝0より大きい団体の中で判定）
 * @returns {Promise<number>} 満たす区分の数（0～4）
 */
export function tier(value: unknown, population: unknown[][], rule: unknown) {
  return inCell(({ tiersReached }) => tiersReached(value, population, rule));
}

/**
 * 範囲のすべての値の順位を、範囲と同じ形で一度に返します。同じ値は同じ順位です（1、2、2、4）。空のセルは空のままです。
 * @customfunction RANKS
 * @param values 数値の範囲（空のセルは数えません）
 * @param [lowerIsBetter] TRUE なら小さい値を上位とします。省くと大きい値が上位
 * @returns {Promise<unknown[][]>} 範囲と同じ形の順位
 */
export function ranks(values: unknown[][], lowerIsBetter?: unknown) {
  return inCell(({ ranksOfRange }) => ranksOfRange(values, lowerIsBetter));
}

/**
 * 範囲のすべての値が、その範囲の中で区分（ア～エ）をいくつ満たすかを、範囲と同じ形で一度に返します。空のセルは空のままです。
 * @customfunction TIERS
 * @param values 全団体の数値の範囲（空のセルは数えません）
 * @param rule 規則（"上位"、"上位（低）"、"実施"、"実施（低）"。低＝小さい値が上位、実施＝0より大きい団体の中で判定）
 * @returns {Promise<unknown[][]>} 範囲と同じ形の、満たす区分の数（0～4）
 */
export function tiers(values: unknown[][], rule: unknown) {
  return inCell(({ tiersOfRange }) => tiersOfRange(values, rule));
}

/**
 * 配分額を重みに比例して円単位で分けます。合計は配分額に一致します（端数は最大剰余方式）。
 * @customfunction SHARE
 * @param budget 配分額（円、整数）
 * @param weights 重みの範囲（得点×第1号被保険者数など）
 * @returns {Promise<unknown[][]>} 重みと同じ形の配分額（円）
 */
export function share(budget: unknown, weights: unknown[][]) {
  return inCell(({ shareYen }) => shareYen(budget, weights));
}

/**
 * 交付額の試算（内示額ではありません）を、額・下限・上限（円）と「試算」の4つのセルで返します。
 * @customfunction GRANT
 * @param points その交付金の得点
 * @param insured 第1号被保険者数（人）
 * @param year 年度（"R7"、"令和7年度"、2025 など）
 * @param grant 交付金（"P"または"推進"、"S"または"支援"）
 * @returns {Promise<unknown[][]>} 額、下限、上限、「試算」
 */
export function grant(points: unknown, insured: unknown, year: unknown, grant: unknown) {
  return inCell(({ estimatedGrant }) => estimatedGrant(points, insured, year, grant));
}

/**
 * その枝番だけを満たしたときに総得点が何点増えるかを返します。満たしている枝番は 0、未回答があれば #N/A です。
 * @customfunction VALUE
 * @param answers 回答票の範囲（見出し行を含む）、または枝番IDと○×の2列
 * @param year 年度（"R8"、"令和8年度"、2026 など）
 * @param criterion 枝番ID（"P1p1a" など）
 * @returns 総得点の増える点数
 */
export function value(answers: unknown[][], year: unknown, criterion: unknown): Promise<number> {
  return inCellLater(({ lookingOut, readText }) =>
    lookingOut(answers, year, ({ valueOfCriterion }, all) => valueOfCriterion(all, readText(criterion))),
  );
}

/**
 * 目標に届く、最も手間の少ない枝番の組を、見出し付きで下と右に表示します。未回答があるとき、届かないときは #N/A です。
 * @customfunction NEXT
 * @param answers 回答票の範囲（見出し行を含む）、または枝番IDと○×の2列
 * @param year 年度（"R8"、"令和8年度"、2026 など）
 * @param goal 目標（"500点"、"推進250点"、"＋30点"、"全国100位" など）
 * @returns 枝番の一覧と達成後の総得点
 */
export function next(answers: unknown[][], year: unknown, goal: unknown): Promise<unknown[][]> {
  return inCellLater(({ lookingOut, readText }) =>
    lookingOut(answers, year, ({ nextForGoal }, all) => nextForGoal(all, readText(goal))),
  );
}
