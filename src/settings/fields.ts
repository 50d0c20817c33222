import { foldLabel } from '../kernel';
import { councilFields } from './councilFields';
import { count, money, year, type SettingField } from './field';

const ofLastYear = '前年度比較に使います';
const ofNotice = '国・都道府県からの内示があれば入れます。空欄なら試算します';

const ofGoals = '前年度の結果の通知にあれば入れます。目標別の得点に前年度の印が付きます';

/** One goal of last year; the paths bear the names of the goals (P1 … C4). */
export const lastYearGoalFields = [
  count('lastYear.goals.P1', '前年度の得点（推進Ⅰ）', '点', [0, 10_000], ofGoals, '前年度の推進目標Ⅰ'),
  count('lastYear.goals.P2', '前年度の得点（推進Ⅱ）', '点', [0, 10_000], ofGoals, '前年度の推進目標Ⅱ'),
  count('lastYear.goals.P3', '前年度の得点（推進Ⅲ）', '点', [0, 10_000], ofGoals, '前年度の推進目標Ⅲ'),
  count('lastYear.goals.S1', '前年度の得点（支援Ⅰ）', '点', [0, 10_000], ofGoals, '前年度の支援目標Ⅰ'),
  count('lastYear.goals.S2', '前年度の得点（支援Ⅱ）', '点', [0, 10_000], ofGoals, '前年度の支援目標Ⅱ'),
  count('lastYear.goals.S3', '前年度の得点（支援Ⅲ）', '点', [0, 10_000], ofGoals, '前年度の支援目標Ⅲ'),
  count('lastYear.goals.C4', '前年度の得点（目標Ⅳ）', '点', [0, 10_000], ofGoals, '前年度の共通目標Ⅳ'),
] as const;

/** The form, in its order; labels are also how rows are found again. */
export const settingFields = [
  count(
    'insured',
    '第1号被保険者数',
    '人',
    [1, 50_000_000],
    '交付額の試算に使います（年度末現在など、基準日は資料に合わせます）',
    '第一号被保険者数',
    '1号被保険者数',
  ),
  money(
    'notice.promotion',
    '内示額（推進・通常枠）',
    ofNotice,
    '内示額（推進）',
    '内示額（推進交付金）',
    '推進交付金の内示額',
  ),
  money(
    'notice.outcomeOriented',
    '内示額（成果指向型配分枠）',
    '選定された市町村だけが入れます',
    '内示額（成果指向型）',
  ),
  money('notice.support', '内示額（支援）', ofNotice, '内示額（支援交付金）', '支援交付金の内示額'),
  money('required.promotion', '所要見込額（推進）', '配分の上限として使います'),
  money('required.support', '所要見込額（支援）', '配分の上限として使います'),
  year('lastYear.fiscalYear', '前年度', '例：R6、令和6年度', '前年度の年度'),
  money(
    'lastYear.yen.promotion',
    '前年度の金額（推進・通常枠）',
    ofLastYear,
    '前年度の金額（推進）',
    '前年度の金額（推進交付金）',
  ),
  money('lastYear.yen.outcomeOriented', '前年度の金額（成果指向型配分枠）', ofLastYear, '前年度の金額（成果指向型）'),
  money('lastYear.yen.support', '前年度の金額（支援）', ofLastYear, '前年度の金額（支援交付金）'),
  count('lastYear.points.promotion', '前年度の得点（推進）', '点', [0, 10_000], ofLastYear),
  count('lastYear.points.support', '前年度の得点（支援）', '点', [0, 10_000], ofLastYear),
  count('lastYear.points.total', '前年度の得点（合計）', '点', [0, 10_000], ofLastYear),
  ...lastYearGoalFields,
  count('lastYear.mostPoints', '前年度の満点（合計）', '点', [1, 10_000], '令和6年度からは800点、令和5年度は2,185点'),
  count('lastYear.nationalRank', '前年度の全国順位', '位', [1, 2_000], ofLastYear),
  count('lastYear.prefectureRank', '前年度の都道府県内順位', '位', [1, 200], ofLastYear),
  ...councilFields,
] as const;

/** The place of a setting, as the settings file and `Settings` nest it. */
export type SettingPath = (typeof settingFields)[number]['path'];

/** Finds the field a label means; width, spaces and brackets do not matter. */
export const fieldsByLabel = (fields: readonly SettingField[]): ((label: string) => SettingField | undefined) => {
  const byLabel = new Map(
    fields.flatMap((field) => [field.label, ...field.aliases].map((label) => [foldLabel(label), field] as const)),
  );
  return (label) => byLabel.get(foldLabel(label));
};
