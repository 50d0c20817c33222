import { Fragment, type CSSProperties } from 'react';
import { ModelChart, printedValue } from '../../taskpane';
import {
  appearances,
  columnPoints,
  coveredCells,
  coveredKey,
  plainRowPoints,
  type ModelCell,
  type Rectangle,
  type SheetModel,
} from '../../workbook';
import type { PrintedPage } from '../../report';
import { marginLine } from './marginLine';

interface PaperPageProps {
  readonly sheet: SheetModel;
  readonly page: PrintedPage;
  /** From 1 on. */
  readonly number: number;
  readonly pages: number;
  readonly label: string;
}

/** One page of a sheet as it is printed: its rows and columns in points, its charts, header and footer in the margins. */
export const PaperPage = ({ sheet, page, number, pages, label }: PaperPageProps) => {
  const share = (sheet.print.scale ?? 100) / 100;
  const points = (size: number): string => `${String(size * share)}pt`;
  const covered = coveredCells(sheet.merges ?? []);
  const merged = new Map((sheet.merges ?? []).map((one) => [coveredKey(one.top, one.left), one]));
  const heightOf = (row: number): number => sheet.rowHeights?.get(row) ?? plainRowPoints;
  const widthOf = (column: number): number => columnPoints(sheet.columnWidths[column] ?? 0);
  const about = { page: number, pages, sheet: sheet.name };
  return (
    <section className={`paper ${sheet.print.orientation}`} aria-label={label} lang="ja">
      <Margin className="paper-header" text={sheet.print.header ?? ''} about={about} />
      <div
        className="paper-body"
        style={{
          gridTemplateColumns: page.columns.map((column) => points(widthOf(column))).join(' '),
          gridTemplateRows: page.rows.map((row) => points(heightOf(row))).join(' '),
        }}
      >
        {page.rows.map((row, down) => (
          <Fragment key={row}>
            {page.columns.map((column, across) => {
              const cell = sheet.rows[row]?.[column];
              if (cell === undefined || covered.has(coveredKey(row, column)) || isBare(cell)) return null;
              const area = merged.get(coveredKey(row, column)) ?? {
                top: row,
                left: column,
                bottom: row,
                right: column,
              };
              return <Cell key={column} cell={cell} place={placed(page, area, [down, across])} share={share} />;
            })}
          </Fragment>
        ))}
        {(sheet.charts ?? [])
          .filter(({ anchor }) => page.rows.includes(anchor.top) && page.columns.includes(anchor.left))
          .map((chart) => (
            <div
              key={chart.title}
              className="paper-chart"
              style={placed(page, chart.anchor, [
                page.rows.indexOf(chart.anchor.top),
                page.columns.indexOf(chart.anchor.left),
              ])}
            >
              <ModelChart sheet={sheet} chart={chart} />
            </div>
          ))}
      </div>
      <Margin className="paper-footer" text={sheet.print.footer ?? ''} about={about} />
    </section>
  );
};

/** Nothing to be seen. */
const isBare = ({ value, look }: ModelCell): boolean => {
  const { fill, border } = appearances[look];
  return (value === null || value === '') && fill === undefined && border === 'none';
};

/** Where a block lies in the grid of the page; it ends with the page. */
const placed = (page: PrintedPage, area: Rectangle, [down, across]: readonly [number, number]): CSSProperties => {
  const rows = page.rows.filter((row) => row >= area.top && row <= area.bottom).length;
  const columns = page.columns.filter((column) => column >= area.left && column <= area.right).length;
  return {
    gridRow: `${String(down + 1)} / span ${String(rows)}`,
    gridColumn: `${String(across + 1)} / span ${String(columns)}`,
  };
};

const Cell = ({
  cell,
  place,
  share,
}: {
  readonly cell: ModelCell;
  readonly place: CSSProperties;
  readonly share: number;
}) => {
  const { size, bold, underline, color, fill, border, horizontal, vertical, wrap, upright } = appearances[cell.look];
  const side = horizontal === 'general' ? (typeof cell.value === 'number' ? 'right' : 'left') : horizontal;
  return (
    <div
      className={`paper-cell paper-${border}`}
      style={{
        ...place,
        fontSize: `${String(size * share)}pt`,
        fontWeight: bold ? 'bold' : 'normal',
        textDecoration: underline ? 'underline' : 'none',
        color: `#${color}`,
        ...(fill !== undefined && { backgroundColor: `#${fill}` }),
        textAlign: side,
        alignItems: vertical === 'top' ? 'start' : 'center',
        whiteSpace: wrap ? 'pre-wrap' : 'pre',
        ...(upright === true && { writingMode: 'vertical-rl', textOrientation: 'upright' }),
      }}
    >
      <span>{printedValue(cell)}</span>
    </div>
  );
};

const Margin = ({
  className,
  text,
  about,
}: {
  readonly className: string;
  readonly text: string;
  readonly about: Parameters<typeof marginLine>[1];
}) => (
  <p className={className}>
    {marginLine(text, about).map((part, at) => (
      <span key={at}>{part}</span>
    ))}
  </p>
);
