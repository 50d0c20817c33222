import type { AllocationPlan, GrantAmount, MunicipalityGrants } from '../allocation';
import type { MunicipalityResult, ScoredResults } from '../evaluation';
import { rankOrigin, type Nation, type RankBand } from '../rank';
import { cite, type CellPlace, type Scheme } from '../schemes';
import type { MoneyGrant, Programme, SettingPath, Settings } from '../settings';
import { a1, type FigureSource } from '../workbook';
import { toldOrigin } from '../years';
import { sourceOf } from './origins';

type Citing = Pick<Scheme, 'documents' | 'source'>;

/** A figure of the year's rules: 配点, 満点. */
export const fromRules = ({ documents, source }: Citing, what: string): FigureSource =>
  sourceOf({ origin: { kind: 'rules', cited: cite(documents, source) } }, what);

/** A published figure of the nation, with its document. */
export const fromPublished = ({ documents, source }: Citing, what: string): FigureSource =>
  sourceOf({ origin: { kind: 'published', cited: cite(documents, source) } }, what);

/** A figure of the year's budget or of its frames, with the document the plan cites. */
export const fromPlan = (
  { documents }: Pick<AllocationPlan, 'documents'>,
  source: AllocationPlan['total']['source'],
): FigureSource => sourceOf({ origin: { kind: 'plan', cited: cite(documents, source) } });

/** What the notice leaves open, where its note names figures. */
export const openQuestion: FigureSource = {
  kind: 'rules',
  text: '国の通知に定めのない事項として、評価指標のデータに記録してあるものです。',
};

/** A figure worked out from the national table in hand. */
export const fromTable = ({ table }: Nation, what: string, place?: CellPlace): FigureSource =>
  sourceOf({ origin: { kind: 'table', sheet: table.sheet, municipalities: table.count, place } }, what);

/** Figures of one row of the national table in hand: a municipality's own points, a rank that is printed there. */
export const fromTableRow = ({ table }: Nation, what: string, place?: CellPlace): FigureSource =>
  sourceOf({ origin: { kind: 'table-row', sheet: table.sheet, place } }, what);

/** The row of a municipality in the national table, as a place; undefined where it has none. */
export const tableRow = ({ table }: Nation, row: number | undefined): CellPlace | undefined => {
  const at = row === undefined ? undefined : table.rows[row];
  return at === undefined ? undefined : { sheet: table.sheet, cell: a1(at, 0) };
};

/** A value that the settings tell, with its cell in the sheet 設定; undefined without settings. */
export const fromSettings = (settings: Settings | undefined, path: SettingPath): FigureSource | undefined =>
  settings && sourceOf({ origin: toldOrigin(settings, path) });

/** Where a national rank comes from; undefined where the year has no ranks at all. */
export type RankSource = (municipality: MunicipalityResult) => FigureSource | undefined;

/** One source for each basis a rank can rest on, shared by all who have it: lists have 1,741 rows. */
export const rankSources = (results: ScoredResults): RankSource => {
  const sources = new Map(
    (['table', 'distribution', 'known-pairs', 'none'] as const).map((basis) => [basis, rankSource(results, basis)]),
  );
  return ({ rank: { national: band } }) => (band === null ? undefined : sources.get(band.basis));
};

const rankSource = (results: ScoredResults, basis: RankBand['basis']): FigureSource | undefined => {
  const origin = rankOrigin(results, basis);
  if (basis === 'none') return origin && sourceOf({ origin }, '全国の市町村数');
  const printed = origin?.kind === 'table-row' ? '（書かれていなければ得点から求めた幅）' : '';
  return origin && sourceOf({ origin }, `全国順位${printed}`);
};

/** The source of one municipality's national rank, with its row where the rank was counted in a table. */
export const nationalRankSource = (
  results: ScoredResults,
  municipality: MunicipalityResult,
): FigureSource | undefined => {
  const source = rankSources(results)(municipality);
  const place =
    source?.kind === 'table' && results.nation !== undefined
      ? tableRow(results.nation, municipality.nationRow)
      : undefined;
  return source === undefined || place === undefined ? source : { ...source, place };
};

/** Where 第1号被保険者数 comes from: 設定 comes first, then the workbook of answers, then the national table. */
export const insuredSource = ({ money: { settings }, subject, nation }: ScoredResults): FigureSource => {
  if (settings?.insured !== undefined) return sourceOf({ origin: toldOrigin(settings, 'insured') });
  if (subject === 'nation') return fromTableRow(nation, '第1号被保険者数');
  const otherwise = nation === undefined ? '' : '（なければ全国集計表の値）';
  return { kind: 'told', text: `第1号被保険者数：回答のブックに書かれた値です${otherwise}。` };
};

/** An amount, however it came about; `settings` are those of the municipality alone, none in a batch. */
export const fromAmount = (settings: Settings | undefined, grant: MoneyGrant, amount: GrantAmount): FigureSource => {
  const { basis, because } = amount;
  if (basis === 'notice')
    return settings === undefined ? ownNotice : sourceOf({ origin: toldOrigin(settings, `notice.${grant}`) });
  const known = amountSources.get(amount) ?? sourceOf({ origin: { kind: basis, because } });
  amountSources.set(amount, known);
  return known;
};

/** Made once for each amount: lists of 1,741 municipalities print it several times. */
const amountSources = new WeakMap<GrantAmount, FigureSource>();
const ownNotice: FigureSource = { kind: 'told', text: 'その市町村のブックの設定に入力された内示額です。' };

/** The total of a municipality's amounts; how each came about stands in 配分. */
export const fromAllAmounts = ({ promotion, support, outcomeOriented }: MunicipalityGrants): FigureSource =>
  [promotion, support, outcomeOriented].every((amount) => amount === null || amount.basis === 'notice')
    ? noticesAdded
    : amountsAdded;

const noticesAdded: FigureSource = { kind: 'told', text: '設定に入力された内示額の合計です。' };
const amountsAdded: FigureSource = {
  kind: 'plan',
  text: '推進・成果指向型配分枠・支援の額の合計です。額ごとの計算の理由は「配分」シートにあります。',
};

/** The amount of a programme as told, with its cell. */
export const fromProgramme = ({ name, sheet, cell }: Programme): FigureSource => ({
  kind: 'told',
  text: `設定の「使途の表」に入力された「${name}」の額です。`,
  ...(sheet === undefined || cell === undefined ? {} : { place: { sheet, cell } }),
});

/** The programmes a person told, of which this is the first; the place is its name. Undefined where there are none. */
export const fromProgrammes = (first: Programme | undefined): FigureSource | undefined => {
  if (first === undefined) return undefined;
  const { sheet, nameCell } = first;
  return sheet === undefined || nameCell === undefined
    ? { kind: 'told', text: '設定ファイルの「使途の表」の事業です。' }
    : { kind: 'told', text: '設定シートの「使途の表」に入力された事業です。', place: { sheet, cell: nameCell } };
};
