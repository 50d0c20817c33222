import { goalNumeral, grantNames, type Scheme } from '../../../src/schemes';
import type { CellValue } from '../../../src/workbook';
import type { Column } from './answerColumns';
import type { Draw } from './draw';
import { goalKey, groupKey, indicatorKey, type Item } from './items';
import type { Layout } from './layout';
import {
  branchSpelling,
  goalSpelling,
  grantSpelling,
  groupSpelling,
  headerFor,
  isUsual,
  kanaOf,
  nameSpelling,
  numberSpelling,
  pointsSpelling,
  sentenceFor,
  subOf,
  type HeaderRole,
} from './spelling';

/** How one form writes all its labels. */
export interface Writing {
  readonly kinds: readonly string[];
  readonly grant: (item: Item) => string;
  readonly goal: (item: Item) => CellValue;
  /** 目標Ⅰ with the goal's name, as headings have it. */
  readonly goalHeading: (item: Item) => string;
  readonly group: (item: Item) => string;
  readonly number: (item: Item) => CellValue;
  readonly name: (item: Item) => string;
  readonly branch: (item: Item) => string;
  readonly points: (item: Item) => CellValue;
  readonly text: (item: Item) => string;
  readonly code: (item: Item) => string;
  readonly header: (role: HeaderRole) => string;
}

export const drawWriting = (draw: Draw, scheme: Scheme, layout: Layout, odd: number): Writing => {
  const grant = grantSpelling(draw, odd);
  const goal = goalSpelling(draw, odd);
  const group = groupSpelling(draw, odd);
  const number = numberSpelling(draw, odd);
  const name = nameSpelling(draw, odd * 0.5);
  const branch = branchSpelling(draw, odd);
  const points = pointsSpelling(draw, odd * 0.5);
  const headers = new Map<HeaderRole, string>();
  const kinds = [
    ...(layout.grant === 'column' && grant.kind !== 'short' ? [`grant ${grant.kind}`] : []),
    ...(layout.goal === 'column' && goal.kind !== 'Ⅰ' ? [`goal ${goal.kind}`] : []),
    ...(layout.group === 'column' && group.kind !== '体制・取組' ? [`group ${group.kind}`] : []),
    ...(layout.indicator !== 'name' && layout.indicator !== 'code' && number.kind !== '1'
      ? [`number ${number.kind}`]
      : []),
    ...(layout.indicator !== 'number' && layout.indicator !== 'code' && name.kind !== 'full'
      ? [`name ${name.kind}`]
      : []),
    ...(layout.branch !== 'two columns' && branch.kind !== 'ア①' ? [`branch ${branch.kind.replace('\n', '⏎')}`] : []),
    ...(points.kind === '4' ? [] : [`points ${points.kind}`]),
  ];
  const goalName = ({ indicator, under }: Item): string =>
    scheme.goals.find((one) => one.goal === indicator.goal && (one.grant === under || one.grant === 'common'))?.name ??
    '';
  const joint = draw.one(['-', '-', '－', '.', '_']);
  const groupsAs = draw.one(['(1)', '1', '(ⅰ)', 'ⅰ'] as const);
  const groupCode = ({ indicator }: Item): string => {
    const at = ['process', 'activity', 'outcome'].indexOf(indicator.group) % 2;
    return { '(1)': `(${at + 1})`, '1': `${at + 1}`, '(ⅰ)': `(${'ⅰⅱ'.charAt(at)})`, ⅰ: 'ⅰⅱ'.charAt(at) }[groupsAs];
  };
  const header = (role: HeaderRole): string => {
    const known = headers.get(role) ?? headerFor(draw, role, odd);
    headers.set(role, known);
    return known;
  };
  return {
    kinds,
    grant: ({ under }) => String(grant.write(under)),
    goal: (item) => goal.write({ goal: item.indicator.goal, name: goalName(item) }),
    goalHeading: (item) => `目標${goalNumeral(item.indicator.goal)}　${goalName(item)}`,
    group: ({ indicator }) => String(group.write(indicator.group)),
    number: (item) => number.write(item.number),
    name: (item) => String(name.write(item.name)),
    branch: ({ label }) => String(branch.write(label)),
    points: (item) => points.write(item.points),
    text: ({ criterion, indicator }) =>
      sentenceFor(criterion.share, criterion.id.charCodeAt(criterion.id.length - 1) + indicator.number),
    code: (item) =>
      [
        ...(layout.grant === 'code'
          ? [`${grantNames[item.under].short}${goalNumeral(item.indicator.goal)}`]
          : [goalNumeral(item.indicator.goal)]),
        groupCode(item),
        String(item.number),
        item.label,
      ].join(joint),
    header,
  };
};

/** A column of labels; `key` tells which lines share a cell where labels stand once. */
export interface LabelColumn extends Column {
  readonly key: ((item: Item) => string) | undefined;
  /** The header, where it is not the word that most forms have. */
  readonly oddHeader: string | undefined;
}

/** The columns of labels that a layout has, from left to right. */
export const labelColumns = (layout: Layout, writing: Writing, withPoints: boolean): readonly LabelColumn[] => {
  const columns: LabelColumn[] = [];
  const add = (role: HeaderRole, cell: (item: Item) => CellValue, key?: (item: Item) => string): void => {
    const header = writing.header(role);
    columns.push({
      header,
      cell,
      key,
      oddHeader: isUsual(role, header) ? undefined : `header ${role}: ${header || 'none'}`,
    });
  };
  if (layout.grant === 'column') add('grant', writing.grant, ({ under }) => under);
  if (layout.grant === 'with goal')
    add('goal', (item) => `${grantNames[item.under].short}${goalNumeral(item.indicator.goal)}`, goalKey);
  else if (layout.goal === 'column') add('goal', writing.goal, goalKey);
  if (layout.group === 'column') add('group', writing.group, groupKey);
  if (layout.branch === 'code') {
    columns.push({ header: '設問番号', cell: writing.code, key: undefined, oddHeader: undefined });
    add('name', writing.name);
  }
  if (layout.indicator === 'columns' || layout.indicator === 'number') add('number', writing.number, indicatorKey);
  if (layout.indicator === 'columns' || layout.indicator === 'name') add('name', writing.name, indicatorKey);
  if (layout.indicator === 'joined') add('name', (item) => `${item.number}　${writing.name(item)}`, indicatorKey);
  if (layout.indicator === 'outline') add('name', (item) => outlined(layout, writing, item));
  else if (layout.branch === 'two columns') {
    add(
      'branch',
      ({ label }) => kanaOf(label),
      (item) => `${indicatorKey(item)}${kanaOf(item.label)}`,
    );
    add('sub', ({ label }) => subOf(label));
  } else if (layout.branch === 'with text') add('branch', (item) => outlined(layout, writing, item));
  else if (layout.branch !== 'code') add('branch', writing.branch);
  if (layout.branch === 'text beside') add('text', writing.text);
  if (withPoints) add('points', writing.points);
  return columns;
};

const outlined = ({ branch }: Layout, writing: Writing, item: Item): string =>
  branch === 'with text' ? `${writing.branch(item)}　${writing.text(item)}` : writing.branch(item);
