import { foldLabel } from '../../kernel';
import {
  criterionIndexOf,
  grantOfGoal,
  samePlace,
  type GrantOrCommon,
  type Group,
  type GroupPlace,
  type Indicator,
  type Scheme,
} from '../../schemes';
import { isSumLabel, readBranch, readGrant, readGroup, readIndicatorNumber, readSubBranch } from '../labels';
import { goalOfHeader, isGoal, isGroup, type HeaderBand } from './headerBand';

/** What the header says over one column. */
export interface ColumnLabels {
  readonly column: number;
  readonly grant: GrantOrCommon | undefined;
  readonly goal: number | undefined;
  readonly group: Group | undefined;
  /** Only when number and name agree, or when just one of them is there. */
  readonly indicator: Indicator | undefined;
  /** Number and name point to two indicators. */
  readonly contradiction: boolean;
  /** A name stands there that this year's scheme does not have. */
  readonly unknownName: string | undefined;
  /** Criterion letter and digit, e.g. `a1`; undefined when the column is no branch. */
  readonly branch: string | undefined;
  /** The text that makes the column a sum (計, 合計 …), or undefined. */
  readonly sumText: string | undefined;
  readonly isRank: boolean;
  /** Texts over the column, merged downwards only. */
  readonly texts: readonly string[];
}

/** Reads the header over every column. */
export const columnLabels = (band: HeaderBand, scheme: Scheme): readonly ColumnLabels[] =>
  Array.from({ length: band.width }, (_, column) => labelsAt(band, scheme, column));

const labelsAt = (band: HeaderBand, scheme: Scheme, column: number): ColumnLabels => {
  const text = (level: Parameters<HeaderBand['textAt']>[0]): string => band.textAt(level, column);
  const grant = readGrant(text('grant')) ?? (isGoal(text('goal')) ? readGrant(text('goal')) : undefined);
  const goal = goalOfHeader(text('goal'));
  const group = isGroup(text('group')) ? readGroup(text('group')) : undefined;
  const texts = band.ownTexts(column);
  const number = readIndicatorNumber(text('number')) ?? readIndicatorNumber(text('name'));
  const name = nameOf(text('name'));
  const sumText = texts.find(isSumText);
  const branch = sumText === undefined ? branchOf(text('branch'), text('subBranch')) : undefined;
  const read =
    grant === undefined || goal === undefined || sumText !== undefined
      ? { indicator: undefined, contradiction: false, unknownName: undefined }
      : group === undefined
        ? { indicator: soleNamed(scheme, { grant, goal }, number, name), contradiction: false, unknownName: undefined }
        : indicatorOf(scheme, { grant, goal, group }, number, name);
  return {
    column,
    grant,
    goal,
    group,
    ...read,
    branch,
    sumText,
    isRank: texts.some((one) => one.includes('順位')),
    texts,
  };
};

/** 計, 小計, 総得点, 評価点合計, 得点; an indicator's name that ends in 計 does not exist. */
const isSumText = (text: string): boolean =>
  isSumLabel(text) || /合計|総計|総得点|総合得点|評価得点$/.test(text) || /^(?:得点|評価点|点数)$/.test(text);

/** 枝番 ア and 小枝 ①, or both in one cell (ア①). */
const branchOf = (branch: string, sub: string): string | undefined => {
  const read = readBranch(branch);
  if (read === undefined) return undefined;
  const digit = read.digit === '' ? (readSubBranch(sub) ?? '') : read.digit;
  return `${read.letter}${digit}`;
};

const nameOf = (text: string): string => {
  const bare = text.replace(/^\(?(?:指標)?\(?\d{1,2}[)).．、:：/]*/, '');
  return bare === '' || /^[ア-ク]$/.test(bare) ? '' : bare;
};

const indicatorOf = (
  scheme: Scheme,
  block: GroupPlace,
  number: number | undefined,
  name: string,
): Pick<ColumnLabels, 'indicator' | 'contradiction' | 'unknownName'> => {
  const { indicatorNamed, indicatorNumbered } = criterionIndexOf(scheme);
  const byNumber = number === undefined ? undefined : indicatorNumbered(block, number);
  const byName = name === '' ? undefined : (indicatorNamed(block, name) ?? likeName(scheme, block, name));
  const unknownName = name !== '' && byName === undefined ? name : undefined;
  if (byNumber !== undefined && byName !== undefined && byNumber !== byName) {
    return { indicator: undefined, contradiction: true, unknownName: name };
  }
  return { indicator: byName ?? byNumber, contradiction: false, unknownName };
};

/** Under a group named by words nobody knows: the one indicator of the goal that has both this number and this name. */
const soleNamed = (
  scheme: Scheme,
  { grant, goal }: Omit<GroupPlace, 'group'>,
  number: number | undefined,
  name: string,
): Indicator | undefined => {
  const declared = grantOfGoal(scheme, goal, grant);
  const matches = scheme.indicators.filter(
    (one) => one.grant === declared && one.goal === goal && one.number === number && core(one.name) === core(name),
  );
  return matches.length === 1 ? matches[0] : undefined;
};

/** A name that differs only in punctuation, or goes on in brackets, is still that name. */
const likeName = (scheme: Scheme, block: GroupPlace, name: string): Indicator | undefined => {
  const declared = { ...block, grant: grantOfGoal(scheme, block.goal, block.grant) };
  const matches = scheme.indicators.filter((one) => samePlace(one, declared) && core(one.name) === core(name));
  return matches.length === 1 ? matches[0] : undefined;
};

const core = (name: string): string =>
  foldLabel(name)
    .replace(/[(（].*$/, '')
    .replace(/[・、,，.。/／の「」-]/g, '')
    .replace(/評価得点$/, '評価点');
