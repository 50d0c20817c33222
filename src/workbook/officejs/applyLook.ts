import { appearances, fontName, type Appearance } from '..';
import { addressLists, type LookAreas } from './lookAreas';

/** Gives cells the appearance of their look. */
export const applyLook = (sheet: Excel.Worksheet, { look, tall, wide, areas }: LookAreas): void => {
  const appearance = appearances[look];
  for (const list of addressLists(areas)) {
    const { format } = sheet.getRanges(list);
    const { font } = format;
    font.name = fontName;
    font.size = appearance.size;
    font.bold = appearance.bold;
    font.color = `#${appearance.color}`;
    if (appearance.underline) font.underline = 'Single';
    if (appearance.fill !== undefined) format.fill.color = `#${appearance.fill}`;
    format.horizontalAlignment = alignments[appearance.horizontal];
    format.verticalAlignment = appearance.vertical === 'top' ? 'Top' : 'Center';
    if (appearance.wrap) format.wrapText = true;
    if (appearance.border !== 'none') drawBorders(format, appearance.border, { tall, wide });
  }
};

const alignments = { left: 'Left', center: 'Center', right: 'Right', general: 'General' } as const;

const drawBorders = (
  format: Excel.RangeFormat,
  border: Exclude<Appearance['border'], 'none'>,
  { tall, wide }: { readonly tall: boolean; readonly wide: boolean },
): void => {
  const sides: readonly Side[] = [
    'EdgeTop',
    'EdgeBottom',
    'EdgeLeft',
    'EdgeRight',
    // A block of one row has no inner horizontal border; Excel may refuse to set what is not there.
    ...(tall ? (['InsideHorizontal'] as const) : []),
    ...(wide ? (['InsideVertical'] as const) : []),
  ];
  for (const side of sides) {
    const line = format.borders.getItem(side);
    line.style = 'Continuous';
    line.color = '#000000';
    line.weight = border === 'medium' ? 'Medium' : 'Thin';
  }
};

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';
