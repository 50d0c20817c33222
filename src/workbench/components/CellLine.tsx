import { makeStyles, tokens } from '@fluentui/react-components';
import { a1, cellAt, isWithin, type SheetContent } from '../../workbook';
import { useWorkbench } from '../hooks';
import type { Place } from '../state/workbenchState';
import { valueText } from './cellText';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    // Two lines, whatever is chosen: the grid below does not move.
    height: '40px',
    padding: '2px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
  },
  cell: { minWidth: '44px', color: tokens.colorNeutralForeground2 },
  // A field, so that the keyboard reaches it, scrolls it and copies from it.
  text: {
    flexGrow: 1,
    minWidth: 0,
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    lineHeight: 'inherit',
    resize: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface CellLineProps {
  readonly sheet: SheetContent;
  readonly place: Place | undefined;
}

/** The chosen cell, and all that stands in it: in the grid a text ends with its column. */
export const CellLine = ({ sheet, place }: CellLineProps) => {
  const { texts } = useWorkbench();
  const styles = useStyles();
  const { row, column } = cornerOf(sheet, place?.sheet === sheet.name ? place : { row: 0, column: 0 });
  return (
    <div className={styles.line}>
      <span className={styles.cell}>{a1(row, column)}</span>
      <textarea
        className={styles.text}
        readOnly
        aria-label={texts.cell}
        lang="ja"
        value={valueText(cellAt(sheet.grid, row, column))}
      />
    </div>
  );
};

/** Of a merged block the cell that holds its text. */
const cornerOf = ({ merges }: SheetContent, { row, column }: Pick<Place, 'row' | 'column'>) => {
  const block = merges.find((one) => isWithin(one, row, column));
  return block === undefined ? { row, column } : { row: block.top, column: block.left };
};
