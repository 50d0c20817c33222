import { goalNumeral, grantNames, groupNames } from '../../../src/schemes';
import { plainSheet, type CellValue, type SheetContent } from '../../../src/workbook';
import type { Column } from './answerColumns';
import type { Draw } from './draw';
import type { Item } from './items';
import type { Marks } from './marks';
import type { Truth } from './truth';

/** How a list heads the column or row of a town. */
const spellings: readonly (readonly [kind: string, write: (name: string, at: number) => string])[] = [
  ['name', (name) => name],
  ['01 name', (name, at) => `${String(at + 1).padStart(2, '0')} ${name}`],
  ['1. name', (name, at) => `${at + 1}.${name}`],
  ['① name', (name, at) => `${String.fromCharCode(0x2460 + at)}${name}`],
  ['name 様', (name) => `${name}様`],
  ['name 課', (name) => `${name} 長寿課`],
  ['name ⏎ 課', (name) => `${name}\n長寿課`],
  ['spaced', (name) => Array.from(name).join(' ')],
];

/** One column of answers for each town. */
export const townColumns = (
  draw: Draw,
  marks: Marks,
  truths: readonly Truth[],
  odd: number,
): { readonly kind: string; readonly columns: readonly Column[] } => {
  const [kind, write] = draw.usually(spellings, odd);
  return {
    kind: `town head ${kind}`,
    columns: truths.map(({ municipality, met }, at) => ({
      header: write(municipality.name, at),
      cell: ({ criterion, instead }) =>
        instead === undefined ? marks.write(met.has(criterion.id), criterion) : instead,
    })),
  };
};

/** Towns as rows under label rows, or under one row of codes. */
export const townRows = (
  draw: Draw,
  marks: Marks,
  items: readonly Item[],
  truths: readonly Truth[],
  title: string,
  odd: number,
): { readonly kind: string; readonly sheet: SheetContent } => {
  const [kind, write] = draw.usually(spellings, odd);
  const joint = draw.one(['-', '_', '.']);
  const once = (label: (item: Item) => CellValue): readonly CellValue[] =>
    items.map((item, at) => {
      const before = items[at - 1];
      return before !== undefined && label(before) === label(item) ? null : label(item);
    });
  const byCode = draw.chance(0.3);
  const labelRows: readonly (readonly CellValue[])[] = byCode
    ? [
        [
          '市町村名',
          ...items.map(({ under, indicator, label }) =>
            [
              grantNames[under].short + goalNumeral(indicator.goal),
              groupNames[indicator.group].short,
              indicator.number,
              label,
            ].join(joint),
          ),
        ],
      ]
    : [
        ['交付金', ...once(({ under }) => grantNames[under].short)],
        ['目標', ...items.map(({ indicator }) => goalNumeral(indicator.goal))],
        ['指標群', ...items.map(({ indicator }) => groupNames[indicator.group].short)],
        ['番号', ...items.map(({ number }) => number)],
        ['指標', ...items.map(({ name }) => name)],
        ['枝番', ...items.map(({ label }) => label)],
        ...(draw.chance(0.6) ? [['配点', ...items.map(({ points }) => points)]] : []),
      ];
  const rows = truths.map(({ municipality, met }, at) => [
    write(municipality.name, at),
    ...items.map(({ criterion, instead }) =>
      instead === undefined ? marks.write(met.has(criterion.id), criterion) : instead,
    ),
  ]);
  return {
    kind: `town head ${kind}${byCode ? ', codes' : ''}`,
    sheet: plainSheet('一覧', [[title], ...labelRows, ...rows]),
  };
};
