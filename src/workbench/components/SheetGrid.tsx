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
  type Rectangle,
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

/** A cell to be led to, and how far that is. */
interface Ask {
  readonly cell: Item;
  readonly tries: number;
  /** The keys were led into the grid. */
  readonly hadFocus: boolean;
  readonly isReached: boolean;
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
  const widths = columns.map((column) => ('width' in column ? column.width : 0)).join(' ');
  const covered = useMemo(() => coveredCells(merges), [merges]);
  const here = place?.sheet === sheet.name ? place : undefined;
  const jumps = here?.jumps;
  /** Where somebody asked to go, until a person chooses another cell. */
  const asked = useRef<Ask>();
  const inSight = useRef<Rectangle>();
  const timer = useRef<number>();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (here === undefined) return;
    const cell: Item = [here.column, here.row];
    const range = { x: here.column, y: here.row, width: 1, height: 1 };
    asked.current = { cell, tries: 0, hadFocus: false, isReached: false };
    select({ ...nothing, current: { cell, range, rangeStack: [] } });
    // Only where somebody asked to go; the selection itself is the grid's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jumps, sheet.name]);
  /**
   * Once the cell is chosen: a grid that gets the focus without one chooses its first. One that is out of sight or not
   * laid out yet neither scrolls nor takes the focus, so it is asked again; and one that has been scrolled counts from
   * where it stood until it is drawn anew, so two requests at once lead past the cell: each waits for a still grid.
   */
  const arrive = (): void => {
    if (asked.current === undefined || asked.current.isReached || asked.current.tries > mostTries) return;
    const { cell, tries, hadFocus } = asked.current;
    // Whoever opened the cell, or went elsewhere, keeps the keys.
    if (hadFocus && !hasFocus(frame.current) && document.activeElement !== document.body) {
      asked.current = undefined;
      return;
    }
    const isSeen = isWithin(inSight.current, cell);
    if (!isSeen) editor.current?.scrollTo(...cell, 'both', 0, 0, { vAlign: 'center' });
    if (!hasFocus(frame.current)) editor.current?.focus();
    const isHere = hasFocus(frame.current);
    asked.current = { cell, tries: tries + 1, hadFocus: isHere, isReached: isSeen && isHere };
    arriveOnceStill();
  };
  const arriveOnceStill = (): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(arrive, stillFor);
  };
  useEffect(() => {
    if (selection.current !== undefined) arriveOnceStill();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selection]);
  // The file's own widths come after its values: who was led to a cell and is still in the grid is led there again.
  useEffect(() => {
    if (asked.current?.isReached === true && hasFocus(frame.current))
      asked.current = { ...asked.current, tries: 0, isReached: false };
    arriveOnceStill();
    return () => {
      window.clearTimeout(timer.current);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [widths]);
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
          asked.current = undefined;
          select(chosen);
          if (chosen.current !== undefined) onSelect(chosen.current.cell[1], chosen.current.cell[0]);
        }}
        onCellEdited={([column, row], value) => {
          if (value.kind !== GridCellKind.Text) return;
          const before = cellAt(grid, row, column);
          if (value.data !== valueText(before)) onType(row, column, typedValue(value.data, before));
        }}
        onVisibleRegionChanged={(region) => {
          inSight.current = region;
          if (asked.current?.isReached === false) asked.current = { ...asked.current, tries: 0 };
          arriveOnceStill();
        }}
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
/** Milliseconds without a move after which what the grid says of its place is what is drawn. */
const stillFor = 30;
/** More than a grid in sight needs; one that is hidden is asked again when it moves. */
const mostTries = 30;

const hasFocus = (frame: HTMLElement | null): boolean => frame?.contains(document.activeElement) === true;

const isWithin = (region: Rectangle | undefined, [column, row]: Item): boolean =>
  region !== undefined &&
  column >= region.x &&
  column < region.x + region.width &&
  row >= region.y &&
  row < region.y + region.height;

const images = new ImageWindowLoaderImpl();

const nothing: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
