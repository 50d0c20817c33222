import { registeredIn } from '../answers';
import { foldLabel, halfUp, rangeInWords } from '../kernel';
import { problem, type Problem } from '../problems';
import { blockColumn, prefectureRankBand, type Nation, type RankBand } from '../rank';
import { blockName, samePlace } from '../schemes';
import { pointsOf } from '../score';
import type { SettingPath, Settings } from '../settings';
import { blockOfRow, pointsRows, toldOrigin, type PointsRowName, type ToldYear } from '../years';
import { meansAgree, prefectureMeanOf } from './meanTotals';
import type { MunicipalityResult, Scored, ScoredMunicipality } from './results';

/*
 * A fact that two sources tell: sheets print the one or the other, so where they differ a person must know of both. Points,
 * national means and ranks that are told have problems of their own (thisYearOf.ts), notices and estimates in allocation.
 */

/** Whose word a figure is, beside a person's own. */
const whose = { table: '全国集計表', published: '公表値', answers: '回答のブック', register: '登録済みの市町村の数' };

/** A fact that is told twice, unless both say the same. */
export const twice = (
  label: string,
  one: {
    readonly text: string;
    readonly of: string;
    readonly sheet?: string | undefined;
    readonly cell?: string | undefined;
  },
  other: { readonly text: string; readonly of: string },
): readonly Problem[] =>
  one.text === other.text
    ? []
    : [
        problem(
          'fact-told-twice',
          { sheet: one.sheet, cell: one.cell, found: one.text, expected: other.text },
          { label, one: one.of, other: other.of },
        ),
      ];

/** A setting against what another source says of it; nothing where either is silent. */
export const settingTwice = (
  settings: Settings,
  path: SettingPath,
  text: string | undefined,
  other: { readonly text: string | undefined; readonly of: string },
): readonly Problem[] => {
  const origin = toldOrigin(settings, path);
  if (text === undefined || other.text === undefined || origin.kind !== 'told') return [];
  const { label, place } = origin;
  return twice(label, { text, of: '設定', ...place }, { text: other.text, of: other.of });
};

/** What the settings tell of this year and its prefecture, against the answers, the table in hand and what is published. */
export const settingsTwice = (
  results: Scored,
  own: MunicipalityResult | undefined,
  settings: Settings,
  told: ToldYear | undefined,
): readonly Problem[] => {
  const nation = results.subject === 'facts' ? undefined : results.nation;
  return [
    ...settingTwice(settings, 'place.name', folded(settings.place.name), {
      text: folded(own?.identity.name),
      of: '回答の表',
    }),
    ...prefectureTwice(results, own, settings, told),
    ...topTwice(results, nation, settings),
  ];
};

const folded = (name: string | undefined): string | undefined => (name === undefined ? undefined : foldLabel(name));

const prefectureTwice = (
  results: Scored,
  own: MunicipalityResult | undefined,
  settings: Settings,
  told: ToldYear | undefined,
): readonly Problem[] => {
  const prefecture = own?.identity.prefecture ?? settings.place.prefecture;
  if (prefecture === undefined) return [];
  const registered = registeredIn(prefecture);
  const { mean, count } = settings.prefecture;
  const known = own && results.subject !== 'facts' ? prefectureMeanOf(results, own) : undefined;
  return [
    ...settingTwice(settings, 'prefecture.count', count?.toString(), {
      text: registered === 0 ? undefined : String(registered),
      of: whose.register,
    }),
    ...(mean === undefined || known === undefined ? [] : meanTwice(settings, mean, known)),
    ...(own === undefined ? [] : pointsRows.flatMap((row) => rankTwice(results, own, settings, told, row))),
  ];
};

/** The mean of the prefecture that is told, against the known one, which sheets print. */
const meanTwice = (
  settings: Settings,
  told: number,
  { mean, from }: NonNullable<ReturnType<typeof prefectureMeanOf>>,
): readonly Problem[] => {
  const origin = toldOrigin(settings, 'prefecture.mean');
  return meansAgree(told, mean) || origin.kind !== 'told'
    ? []
    : [
        problem(
          'prefecture-mean-differs',
          { ...origin.place, found: String(told), expected: halfUp(mean, 2) },
          { of: from === 'table' ? whose.table : whose.published },
        ),
      ];
};

/** A told rank within the prefecture that is none of those the points can take. */
const rankTwice = (
  results: Scored,
  own: MunicipalityResult,
  settings: Settings,
  told: ToldYear | undefined,
  row: PointsRowName,
): readonly Problem[] => {
  const rank = told?.[row].prefectureRank?.value;
  const band = rank === undefined ? null : prefectureBand(results, own, row);
  if (rank === undefined || band === null || (band.low <= rank && rank <= band.high)) return [];
  const path: SettingPath = row === 'total' ? 'thisYear.prefectureRank' : `thisYear.grantRanks.${row}.prefecture`;
  return settingTwice(settings, path, `${rank}位`, {
    text: bandWords(band),
    of: band.basis === 'table' ? whose.table : whose.published,
  });
};

const bandWords = ({ low, high }: Pick<RankBand, 'low' | 'high'>): string =>
  rangeInWords(String(low), String(high), '位');

const prefectureBand = (results: Scored, own: MunicipalityResult, row: PointsRowName): RankBand | null => {
  const nation = results.subject === 'facts' ? undefined : results.nation;
  if (row === 'total' && own.rank.prefecture !== null) return own.rank.prefecture;
  const scored = own.blocks.find(({ block }) => samePlace(block, blockOfRow(row)));
  if (scored === undefined || nation !== undefined) return null;
  const points = { least: scored.points, most: scored.most };
  return prefectureRankBand(
    results.scheme.fiscalYear,
    own.identity.prefecture,
    row === 'total' ? 'totals' : row,
    points,
  );
};

/** The first of the nation and of the prefecture, as told and as the table of everybody has it. */
const topTwice = (results: Scored, nation: Nation | undefined, settings: Settings): readonly Problem[] => {
  const { top } = settings.thisYear;
  const distribution = results.national?.distribution;
  const published = distribution && Math.max(...distribution.map(([points]) => points));
  if (nation?.complete !== true)
    return settingTwice(settings, 'thisYear.top.points', top.points?.toString(), {
      text: published?.toString(),
      of: whose.published,
    });
  const totals = blockColumn(nation.scores, nation.scores.compiled.totalBlock);
  const most = totals.reduce((best, points) => Math.max(best, points), 0);
  const names = nation.table.municipalities.flatMap(({ name }, row) => (totals[row] === most ? [name] : []));
  const named = top.name === undefined || names.some((name) => top.name?.includes(name) === true);
  return [
    ...settingTwice(settings, 'thisYear.top.points', top.points?.toString(), { text: String(most), of: whose.table }),
    ...(named
      ? []
      : settingTwice(settings, 'thisYear.top.name', top.name, { text: names.join('・'), of: whose.table })),
  ];
};

/** What the answers say against the row of the municipality in the table: its points and its insured persons. */
export const answersTwice = (
  nation: Nation,
  { identity, blocks, insured, nationRow, provisional }: ScoredMunicipality,
): readonly Problem[] => {
  if (nationRow === undefined) return [];
  const differing = provisional
    ? undefined
    : blocks.findLast(({ block, points }, at) => {
        const [least, most] = [nation.points.least, nation.points.most].map((one) => pointsOf(one, nationRow, at));
        return block.goal === null && least === most && least !== points;
      });
  const at = differing === undefined ? -1 : blocks.indexOf(differing);
  return [
    ...(differing === undefined
      ? []
      : twice(
          `${identity.name}の得点（${blockName(differing.block)}）`,
          { text: `${differing.points}点`, of: whose.answers },
          { text: `${pointsOf(nation.points.least, nationRow, at)}点`, of: whose.table },
        )),
    ...(insured.workbook === undefined || insured.table === undefined
      ? []
      : twice(
          `${identity.name}の第1号被保険者数`,
          { text: personsText(insured.workbook), of: whose.answers },
          { text: personsText(insured.table), of: whose.table },
        )),
  ];
};

/** A person's own number of insured against those of the workbook and the table. */
export const insuredTwice = (
  settings: Settings | undefined,
  { workbook, table }: ScoredMunicipality['insured'],
): readonly Problem[] =>
  settings?.insured === undefined
    ? []
    : [
        { text: workbook, of: whose.answers },
        { text: table, of: whose.table },
      ].flatMap(({ text, of }) =>
        settingTwice(settings, 'insured', personsText(settings.insured ?? 0), {
          text: text === undefined ? undefined : personsText(text),
          of,
        }),
      );

const personsText = (count: number): string => `${count.toLocaleString('en-US')}人`;
