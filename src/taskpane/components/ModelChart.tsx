import { useMemo } from 'react';
import { chartColors, isOfLines, type ChartModel, type SheetModel } from '../../workbook';
import { chartGeometry } from '../charts/geometry';
import { linesAround, linesOverTime } from '../charts/lines';
import { chartTable } from '../charts/table';
import { Bars, ChartLabel, type ChartLook } from './Bars';

interface ModelChartProps {
  readonly sheet: Pick<SheetModel, 'rows'>;
  readonly chart: ChartModel;
}

/** A chart of a sheet as it stands on paper: black on white whatever the theme, its series named below the title. */
export const ModelChart = ({ sheet, chart }: ModelChartProps) => {
  const table = useMemo(() => chartTable(sheet, chart), [sheet, chart]);
  const colourOf = (series: number): string => `#${chartColors[table.series[series]?.role ?? 'own']}`;
  return (
    <figure className="model-chart">
      <figcaption>
        <strong>{chart.title}</strong>
        {table.series.map(({ name }, at) => (
          <span key={name}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <rect x="0.5" y="0.5" width="9" height="9" fill={colourOf(at)} stroke="#404040" />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
      {isOfLines(chart) ? (
        <LinesPicture chart={chart} table={table} colourOf={colourOf} />
      ) : (
        <BarsPicture chart={chart} table={table} colourOf={colourOf} />
      )}
    </figure>
  );
};

const onPaper: ChartLook = {
  line: { stroke: '#d0d0d0' },
  bar: { stroke: '#404040', strokeWidth: '0.5' },
  zero: { stroke: '#404040' },
  text: { fontSize: '11', fill: '#000000' },
};

interface PictureProps {
  readonly chart: ChartModel;
  readonly table: ReturnType<typeof chartTable>;
  readonly colourOf: (series: number) => string;
}

const BarsPicture = ({ chart, table, colourOf }: PictureProps) => {
  const geometry = chartGeometry(chart, table);
  return (
    <Picture width={geometry.width} height={geometry.height} label={chart.altText}>
      <Bars geometry={geometry} fillOf={colourOf} look={onPaper} />
    </Picture>
  );
};

const LinesPicture = ({ chart, table, colourOf }: PictureProps) => {
  const { kind, percent } = chart;
  const { width, height, lines, axes, labels } = (kind === 'radar' ? linesAround : linesOverTime)(
    table,
    percent === true,
  );
  return (
    <Picture width={width} height={height} label={chart.altText}>
      {axes.map((line, at) => (
        <line key={at} {...line} {...onPaper.line} />
      ))}
      {lines.map(({ series, paths, isClosed }) => (
        <g key={series} fill="none" stroke={colourOf(series)} strokeWidth="2">
          {paths.map((path, at) => {
            const points = path.map(([x, y]) => `${String(x)},${String(y)}`).join(' ');
            return isClosed ? <polygon key={at} points={points} /> : <polyline key={at} points={points} />;
          })}
          {paths.flat().map(([x, y]) => (
            <circle key={`${String(x)} ${String(y)}`} cx={x} cy={y} r="2.5" fill={colourOf(series)} stroke="none" />
          ))}
        </g>
      ))}
      {labels.map((label) => (
        <ChartLabel key={`${String(label.x)} ${String(label.y)}`} of={label} look={onPaper} />
      ))}
    </Picture>
  );
};

const Picture = ({
  width,
  height,
  label,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly children: React.ReactNode;
}) => (
  <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={label}>
    {children}
  </svg>
);
