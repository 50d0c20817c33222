import { foldText } from '../../kernel';
import { cellAt, type CellValue, type SheetContent } from '../../workbook';
import { headerMeaning } from '../columns/headerMeaning';
import { readNumber } from '../numbers';
import { ofOthers } from './totalLabels';

/** A figure of points and where it stands; 0-based. */
export interface Figure {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** It carries 点, or stands under 得点. */
  readonly inPoints: boolean;
}

/** How far right of its label a total may stand. */
const reach = 8;
/** How far above a figure its header may stand. */
const headerReach = 30;

/** The figure right of a label: under 得点 where several stand there, and not the full marks. */
export const figureBeside = (sheet: SheetContent, row: number, column: number, most: number): Figure | undefined => {
  const found: Figure[] = [];
  for (let right = column + 1; right <= column + reach; right += 1) {
    const cell = cellAt(sheet.grid, row, right);
    if (cell === null || cell === '') continue;
    const read = pointsIn(cell);
    if (read === undefined) break;
    const kind = kindOver(sheet, row, right);
    const unit = foldText(String(cellAt(sheet.grid, row, right + 1) ?? ''));
    const inPoints = read.unit || kind === 'earned' || unit === '点';
    if (kind !== 'other' && !otherUnits.test(unit)) found.push({ row, column: right, value: read.value, inPoints });
  }
  const earned = found.filter(({ inPoints }) => inPoints);
  const open = earned.length > 0 ? earned : found;
  const [only, ...more] = open.length > 1 ? open.filter(({ value }) => value !== most) : open;
  return more.length === 0 ? only : undefined;
};

const otherUnits = /^(?:件|個|項目|問|枚|人|名|%|位|回|頁|ページ|円|千円|百万円)$/;

/** 321, 321点, 321点／800点. */
const pointsIn = (cell: CellValue): { readonly value: number; readonly unit: boolean } | undefined => {
  const text = typeof cell === 'string' ? foldText(cell).replace(/(?<=[\d点])\s?[/／]\s?\d{1,4}点?$/, '') : cell;
  const reading = readNumber(text);
  if (reading.kind !== 'number' || !Number.isInteger(reading.value)) return undefined;
  if (reading.unit !== undefined && reading.unit !== '点') return undefined;
  return { value: reading.value, unit: reading.unit === '点' };
};

/** What the nearest text above a figure says of its column. */
const kindOver = (sheet: SheetContent, row: number, column: number): 'earned' | 'other' | undefined => {
  for (let above = row - 1; above >= Math.max(0, row - headerReach); above -= 1) {
    const cell = cellAt(sheet.grid, above, column);
    if (typeof cell !== 'string' || cell === '') continue;
    const { kind, year } = headerMeaning([foldText(cell)]);
    if (kind === 'figure' || kind === 'plan' || year === 'last' || ofOthers.test(cell)) return 'other';
    return kind === 'earned' ? 'earned' : undefined;
  }
  return undefined;
};
