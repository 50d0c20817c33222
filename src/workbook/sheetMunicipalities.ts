import { foldLabel } from '../kernel';
import type { NamedMunicipality, SheetModel } from './model';
import type { OwnedSheet } from './ownership';
import { cellAt, type CellValue, type Grid } from './values';

/** Behind the name in a head, while answers are open. */
const provisionalMark = '　【暫定】';

/** 「北塩原村（福島県）」, with 【暫定】 while answers are open, as the heads of sheets name a municipality, alone or behind a title. */
export const municipalityHead = ({ name, prefecture }: NamedMunicipality, provisional: boolean): string =>
  `${name}${prefecture === undefined ? '' : `（${prefecture}）`}${provisional ? provisionalMark : ''}`;

/** What {@link municipalityHead} named; of any other text its last word. */
const namedIn = (text: string): NamedMunicipality | undefined => {
  const last =
    text
      .replace(provisionalMark, '')
      .split(/[　\n]/)
      .at(-1) ?? '';
  const [, name, prefecture] = /^([^（）]+)(?:（([^（）]+[都道府県])）)?$/.exec(last) ?? [];
  return name === undefined ? undefined : { name, ...(prefecture === undefined ? {} : { prefecture }) };
};

/** A head that a person wrote over names nobody. */
const isMunicipality = ({ name, prefecture }: NamedMunicipality): boolean =>
  prefecture !== undefined || /(?:[市区町村]|組合|連合)$/.test(name);

const isSame = (one: NamedMunicipality, other: NamedMunicipality): boolean =>
  foldLabel(one.name) === foldLabel(other.name) &&
  (one.prefecture === undefined || other.prefecture === undefined || one.prefecture === other.prefecture);

/** Title and the line below it; a list has its names in the column that is headed so. */
const headRows = 2;
const listHeading = '市町村';

/** The municipalities a sheet of ours names now, where the model names its own: down its list, else in its head. */
const standingIn = (
  { rows, municipalities = [] }: Pick<SheetModel, 'rows' | 'municipalities'>,
  { rectangle: { top, left, bottom } }: OwnedSheet,
  grid: Grid,
): readonly NamedMunicipality[] => {
  const list = rows[0]?.findIndex(({ value }) => value === listHeading) ?? -1;
  if (list >= 0) {
    if (cellAt(grid, top, left + list) !== listHeading) return [];
    const names = new Set<CellValue>();
    for (let row = top + 1; row <= bottom; row += 1) names.add(cellAt(grid, row, left + list));
    return [...names].flatMap((name) => (typeof name === 'string' ? (namedIn(name) ?? []) : []));
  }
  const named = (value: CellValue): NamedMunicipality | undefined =>
    typeof value === 'string' ? namedIn(value) : undefined;
  return rows.slice(0, headRows).flatMap((cells, row) =>
    cells.flatMap(({ value }, column) => {
      const own = named(value);
      if (own === undefined || !municipalities.some((one) => isSame(one, own))) return [];
      return named(cellAt(grid, top + row, left + column)) ?? [];
    }),
  );
};

/**
 * The municipalities whose figures a refresh would replace and not write again, each once, with its prefecture where one of
 * the model's has the same name; none where nobody can tell.
 */
export const replacedMunicipalities = (
  model: Pick<SheetModel, 'rows' | 'municipalities'>,
  before: OwnedSheet,
  grid: Grid,
): readonly string[] => {
  const { municipalities: own } = model;
  if (own === undefined) return [];
  const others = standingIn(model, before, grid).filter(
    (one) => isMunicipality(one) && !own.some((other) => isSame(one, other)),
  );
  const isClear = ({ name }: NamedMunicipality): boolean =>
    own.every((other) => foldLabel(other.name) !== foldLabel(name));
  return [...new Set(others.map((one) => (isClear(one) ? one.name : municipalityHead(one, false))))];
};
