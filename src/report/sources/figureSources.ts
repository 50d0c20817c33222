import {
  basisWords,
  settingFields,
  type AllocationPlan,
  type GrantAmount,
  type Programme,
  type SettingField,
  type Settings,
} from '../../allocation';
import type { Nation, RankBand } from '../../rank';
import { grantNames, groupNames, goalNumeral, type NationalFigures, type Scheme } from '../../schemes';
import type { Block } from '../../score';
import { a1, type FigureSource } from '../../workbook';

/** 「推進の目標Ⅰ」, 「支援の合計」, 「総得点」: a block as sentences name it. */
export const blockWords = ({ grant, goal, group }: Pick<Block, 'grant' | 'goal' | 'group'>): string => {
  if (grant === null && group === null) return '総得点';
  const whose = grant === null ? '' : `${grantNames[grant].short}の`;
  const where = goal === null ? '合計' : `目標${goalNumeral(goal)}`;
  return `${whose}${where}${group === null ? '' : `・${groupNames[group].short}`}`;
};

/** Points worked out from the answers. */
export const fromAnswers = (what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'answers',
  text: `回答を採点した${what}です。枝番ごとの点は「指標別」シートにあります。`,
  ...(place === undefined ? {} : { place }),
});

/** Points of a block worked out from the answers. */
export const blockFromAnswers = (block: Pick<Block, 'grant' | 'goal' | 'group'>): FigureSource =>
  fromAnswers(block.grant === null && block.group === null ? blockWords(block) : `${blockWords(block)}の得点`);

/** A figure of the year's rules: 配点, 満点. */
export const fromRules = ({ documents, source }: Pick<Scheme, 'documents' | 'source'>, what: string): FigureSource => ({
  kind: 'rules',
  text: `${what}：${titleOf(documents, source.document)}（${source.place}）による配点です。`,
});

/** A published figure of the nation, with its document. */
export const fromPublished = (
  { documents, source }: Pick<NationalFigures, 'documents' | 'source'>,
  what: string,
): FigureSource => ({
  kind: 'published',
  text: `${what}：${titleOf(documents, source.document)}（${source.place}）の公表値です。`,
});

/** A figure worked out from the national table in hand. */
export const fromTable = ({ table }: Nation, what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'table',
  text: `${what}：読み込んだ全国集計表「${table.sheet}」の${table.count.toLocaleString('en-US')}市町村から計算しました。`,
  ...(place === undefined ? {} : { place }),
});

/** A figure made of others on the same sheet; `how` says which, 「得点÷配点」. */
export const computed = (how: string): FigureSource => ({ kind: 'computed', text: `この表の値から計算：${how}。` });

const titleOf = (documents: Scheme['documents'], id: string): string =>
  documents.find((document) => document.id === id)?.title ?? id;

/** A figure worked out from published ones, or printed elsewhere than they; `source` says where and how. */
export const fromPublishedParts = (
  { documents }: Pick<NationalFigures, 'documents'>,
  source: NationalFigures['source'],
  what: string,
): FigureSource => ({
  kind: 'published',
  text: `${what}：${titleOf(documents, source.document)}（${source.place}）によります。`,
});

/** Figures of one row of the national table in hand: a municipality's own points, a rank that is printed there. */
export const fromTableRow = ({ table }: Nation, what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'table',
  text: `${what}：読み込んだ全国集計表「${table.sheet}」の、この市町村の行によります。`,
  ...(place === undefined ? {} : { place }),
});

/** A national rank that the published distribution, or published pairs of points and rank, give for the points. */
export const rankFromPublished = (
  { documents, source, knownRanksSource }: NationalFigures,
  basis: Extract<RankBand['basis'], 'distribution' | 'known-pairs'>,
): FigureSource => {
  const [rests, from] =
    basis === 'distribution' ? ['総得点の分布', source] : ['総得点と順位の組', knownRanksSource ?? source];
  return {
    kind: 'published',
    text: `公表された${rests}から求めました。出典は${titleOf(documents, from.document)}（${from.place}）です。`,
  };
};

/** A value a person told, with its cell in the sheet 設定; a settings file has no cells. */
export const fromSettings = ({ places }: Pick<Settings, 'places'>, key: SettingField['key']): FigureSource => {
  const place = places.get(key);
  const label = settingFields.find((field) => field.key === key)?.label ?? key;
  return place === undefined
    ? { kind: 'told', text: `設定ファイルの「${label}」の値です。` }
    : { kind: 'told', text: `設定シートの「${label}」に入力された値です。`, place };
};

/** The programmes a person told; the place is the name of the first. Undefined where there are none. */
export const fromProgrammes = ([first]: readonly Programme[]): FigureSource | undefined => {
  if (first === undefined) return undefined;
  const { sheet, nameCell } = first;
  return sheet === undefined || nameCell === undefined
    ? { kind: 'told', text: '設定ファイルの「使途の表」の事業です。' }
    : {
        kind: 'told',
        text: '設定シートの「使途の表」に入力された事業です。',
        place: { sheet, cell: nameCell },
      };
};

/** A figure of the year's budget or of its frames, with the document the plan cites. */
export const fromPlan = (
  { documents }: Pick<AllocationPlan, 'documents'>,
  source: AllocationPlan['total']['source'],
): FigureSource => ({ kind: 'plan', text: `${titleOf(documents, source.document)}（${source.place}）による額です。` });

/** An amount that was shared out or estimated, step by step; a notice is told (`fromSettings`). */
export const fromGrantAmount = ({ basis, because }: Pick<GrantAmount, 'basis' | 'because'>): FigureSource => {
  const steps = `${because.join('。')}。`;
  return { kind: 'plan', text: steps.startsWith(basisWords[basis]) ? steps : `${basisWords[basis]}：${steps}` };
};

/**
 * Several figures in one cell: kind and place of the first that is known, and where each comes from, those of one origin
 * named together. Undefined where none is known.
 */
export const together = (
  ...figures: readonly (readonly [what: string, source: FigureSource | undefined])[]
): FigureSource | undefined => {
  const known = figures.flatMap(([what, source]) => (source === undefined ? [] : [{ what, source }]));
  const [first] = known;
  if (first === undefined || known.length === 1) return first?.source;
  const named = new Map<string, readonly string[]>();
  for (const { what, source } of known) {
    const [own = ''] = source.text.split('：', 1);
    const text = what.endsWith(own) ? source.text.slice(own.length + 1) : source.text;
    named.set(text, [...(named.get(text) ?? []), what]);
  }
  return { ...first.source, text: [...named].map(([text, names]) => `${names.join('・')}：${text}`).join('') };
};

/** The row of a municipality in the national table, as a place; undefined where it has none. */
export const tableRow = ({ table }: Nation, row: number | undefined): FigureSource['place'] => {
  const at = row === undefined ? undefined : table.rows[row];
  return at === undefined ? undefined : { sheet: table.sheet, cell: a1(at, 0) };
};

/** What the notice leaves open, where its note names figures. */
export const openQuestion: FigureSource = {
  kind: 'rules',
  text: '国の通知に定めのない事項として、評価指標のデータに記録してあるものです。',
};
