import { makeStyles } from '@fluentui/react-components';
import {
  AllCellRenderers,
  CompactSelection,
  DataEditorCore,
  GridCellKind,
  ImageWindowLoaderImpl,
  sprites,
  type DataEditorRef,
  type GridCell,
  type GridColumn,
  type GridSelection,
  type InnerGridCell,
  type Item,
  type Theme,
} from '@glideapps/glide-data-grid';
import { useEffect, useMemo, useRef, useState } from 'react';
import { cellAt, columnName, coveredCells, coveredKey, type CellValue, type SheetContent } from '../../workbook';
import { shownValue, type SheetLook } from '../../workbook/file';
import type { Place } from '../state/workbenchState';
import { typedValue, valueText } from './cellText';
import { columnWidths } from './columnWidths';

interface SheetGridProps {
  readonly sheet: SheetContent;
  /** Undefined where the file tells none. */
  readonly look: SheetLook | undefined;
  readonly place: Place | undefined;
  readonly theme: Partial<Theme>;
  readonly label: string;
  readonly onSelect: (row: number, column: number) => void;
  readonly onTakeBack: () => void;
  readonly onType: (row: number, column: number, value: CellValue) => void;
}

/** Empty lines and columns beyond the last value, so that a person can add one. */
const [spareRows, spareColumns] = [20, 4];

const useStyles = makeStyles({ frame: { height: '100%' } });

/** One sheet, drawn as far as it is in sight. */
const SheetGrid = ({ sheet, look, place, theme, label, onSelect, onTakeBack, onType }: SheetGridProps) => {
  const styles = useStyles();
  const editor = useRef<DataEditorRef>(null);
  const { grid, merges } = sheet;
  const [selection, select] = useState<GridSelection>(nothing);
  const columns = useMemo(
    (): GridColumn[] =>
      columnWidths(grid, spareColumns, look).map((width, at) => ({ title: columnName(at), id: String(at), width })),
    [grid, look],
  );
  const covered = useMemo(() => coveredCells(merges), [merges]);
  const here = place?.sheet === sheet.name ? place : undefined;
  const jumps = here?.jumps;
  /** Where somebody asked to go and the grid does not stand with the focus yet. */
  const asked = useRef<Item>();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (here === undefined) return;
    const cell: Item = [here.column, here.row];
    const range = { x: here.column, y: here.row, width: 1, height: 1 };
    asked.current = cell;
    select({ ...nothing, current: { cell, range, rangeStack: [] } });
    // Only where somebody asked to go; the selection itself is the grid's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jumps, sheet.name]);
  /**
   * Once the cell is chosen: a grid that gets the focus without one chooses its first. One that is out of sight or not
   * drawn yet neither scrolls nor takes the focus: it is asked again when it is.
   */
  const arrive = (): void => {
    if (asked.current === undefined || selection.current === undefined) return;
    editor.current?.scrollTo(...asked.current, 'both', 0, 0, { vAlign: 'center' });
    editor.current?.focus();
    if (frame.current?.contains(document.activeElement) === true) asked.current = undefined;
  };
  useEffect(arrive, [selection]);
  const contentOf = ([column, row]: Item): GridCell => {
    const value = cellAt(grid, row, column);
    const text = valueText(value);
    const format = look?.formats.get(coveredKey(row, column)) ?? '';
    const isUnder = covered.has(coveredKey(row, column));
    return {
      kind: GridCellKind.Text,
      data: text,
      displayData: shownValue(value, format) ?? text,
      allowOverlay: !isUnder,
      readonly: isUnder,
      ...(typeof value === 'number' || value instanceof Date ? { contentAlign: 'right' } : {}),
    };
  };
  return (
    <div ref={frame} className={styles.frame}>
      <DataEditorCore
        ref={editor}
        renderers={renderers}
        headerIcons={sprites}
        imageWindowLoader={images}
        width="100%"
        height="100%"
        columns={columns}
        rows={grid.length + spareRows}
        getCellContent={contentOf}
        getCellsForSelection
        rowMarkers="number"
        rowHeight={24}
        headerHeight={26}
        smoothScrollX
        smoothScrollY
        theme={theme}
        keybindings={{ search: true }}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.shiftKey) return;
          event.cancel();
          event.preventDefault();
          onTakeBack();
        }}
        gridSelection={selection}
        onGridSelectionChange={(chosen) => {
          select(chosen);
          if (chosen.current !== undefined) onSelect(chosen.current.cell[1], chosen.current.cell[0]);
        }}
        onCellEdited={([column, row], value) => {
          if (value.kind !== GridCellKind.Text) return;
          const before = cellAt(grid, row, column);
          if (value.data !== valueText(before)) onType(row, column, typedValue(value.data, before));
        }}
        onVisibleRegionChanged={() => requestAnimationFrame(arrive)}
        data-label={label}
      />
    </div>
  );
};

export default SheetGrid;

/** A screen reader is told what is seen, not what is stored. */
const renderers = AllCellRenderers.map((renderer) =>
  renderer.kind === GridCellKind.Text
    ? {
        ...renderer,
        getAccessibilityString: (cell: InnerGridCell) => (cell.kind === GridCellKind.Text ? cell.displayData : ''),
      }
    : renderer,
);
const images = new ImageWindowLoaderImpl();

const nothing: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
