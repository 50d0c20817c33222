import type { Draw } from './draw';

/** Where a form says to which grant, goal, group and indicator a line belongs. */
export interface Layout {
  readonly kind: string;
  readonly sheets: 'one' | 'per grant' | 'per goal';
  readonly grant: 'column' | 'section' | 'sheet' | 'title' | 'code' | 'with goal';
  readonly goal: 'column' | 'section' | 'sheet' | 'title' | 'code';
  readonly group: 'column' | 'section' | 'code' | 'absent';
  readonly indicator: 'columns' | 'joined' | 'name' | 'number' | 'outline' | 'code';
  readonly branch: 'column' | 'two columns' | 'with text' | 'text beside' | 'code';
  readonly header: 'once' | 'each block' | 'none over answers' | 'stacked';
  readonly labels: 'left' | 'right';
  readonly repeats: 'all' | 'first' | 'merged';
}

const list: Layout = {
  kind: 'list',
  sheets: 'one',
  grant: 'column',
  goal: 'column',
  group: 'column',
  indicator: 'columns',
  branch: 'column',
  header: 'once',
  labels: 'left',
  repeats: 'all',
};

const layouts: readonly Layout[] = [
  list,
  { ...list, kind: 'list, labels once', repeats: 'first' },
  { ...list, kind: 'list, labels merged', repeats: 'merged' },
  { ...list, kind: 'list, labels merged, 小枝', repeats: 'merged', branch: 'two columns' },
  { ...list, kind: 'list, text beside', branch: 'text beside' },
  { ...list, kind: 'list, ア　文章', branch: 'with text' },
  { ...list, kind: 'list, name only', indicator: 'name' },
  { ...list, kind: 'list, number only', indicator: 'number' },
  { ...list, kind: 'list, 1 name', indicator: 'joined' },
  { ...list, kind: 'list, 推進Ⅰ', grant: 'with goal' },
  { ...list, kind: 'list, no group', group: 'absent' },
  { ...list, kind: 'labels right', labels: 'right' },
  { ...list, kind: 'stacked header', header: 'stacked' },
  { ...list, kind: 'no header over answers', header: 'none over answers' },
  { ...list, kind: 'sheet per goal', sheets: 'per goal', grant: 'sheet', goal: 'sheet' },
  { ...list, kind: 'sheet per goal, in titles', sheets: 'per goal', grant: 'title', goal: 'title' },
  {
    ...list,
    kind: 'sheet per goal, group sections',
    sheets: 'per goal',
    grant: 'sheet',
    goal: 'sheet',
    group: 'section',
  },
  { ...list, kind: 'sheet per goal, goal column', sheets: 'per goal', grant: 'sheet' },
  { ...list, kind: 'sheet per grant', sheets: 'per grant', grant: 'sheet' },
  {
    ...list,
    kind: 'sheet per grant, sections',
    sheets: 'per grant',
    grant: 'title',
    goal: 'section',
    group: 'section',
  },
  { ...list, kind: 'section rows', grant: 'section', goal: 'section', group: 'section' },
  { ...list, kind: 'section rows, group column', grant: 'section', goal: 'section' },
  { ...list, kind: 'headed blocks', grant: 'section', goal: 'section', group: 'section', header: 'each block' },
  { ...list, kind: 'headed blocks, group column', grant: 'section', goal: 'section', header: 'each block' },
  {
    ...list,
    kind: 'outline',
    grant: 'section',
    goal: 'section',
    group: 'section',
    indicator: 'outline',
    branch: 'with text',
  },
  { ...list, kind: 'outline, plain', indicator: 'outline' },
  {
    ...list,
    kind: 'outline, sheet per goal',
    sheets: 'per goal',
    grant: 'sheet',
    goal: 'sheet',
    group: 'section',
    indicator: 'outline',
    branch: 'with text',
  },
  { ...list, kind: 'codes', grant: 'code', goal: 'code', group: 'code', indicator: 'code', branch: 'code' },
  { ...list, kind: 'codes under grants', goal: 'code', group: 'code', indicator: 'code', branch: 'code' },
  {
    ...list,
    kind: 'codes, sheet per grant',
    sheets: 'per grant',
    grant: 'sheet',
    goal: 'code',
    group: 'code',
    indicator: 'code',
    branch: 'code',
  },
];

/** Layouts that every reader must take; the floor of the shares stands on them. */
export const plainLayouts: ReadonlySet<string> = new Set([
  'list',
  'list, labels once',
  'list, labels merged',
  'list, labels merged, 小枝',
  'list, text beside',
  'list, 1 name',
  'labels right',
]);

export const drawLayout = (draw: Draw, odd: number): Layout => draw.usually(layouts, odd);
