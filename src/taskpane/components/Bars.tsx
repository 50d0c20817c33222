import type { ChartGeometry, ChartText } from '../charts/shapes';

/** How the parts of a chart are drawn: by the theme of the pane, or as on paper. */
export interface ChartLook {
  readonly line: Paint;
  readonly bar: Paint;
  readonly zero: Paint;
  readonly text: Paint;
}

interface Paint {
  readonly className?: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: string;
  readonly fontSize?: string;
}

interface BarsProps {
  readonly geometry: ChartGeometry;
  readonly fillOf: (series: number) => string;
  readonly look: ChartLook;
}

/** The bars of a chart with their values, labels and axis. */
export const Bars = ({ geometry: { bars, categories, ticks, zero }, fillOf, look }: BarsProps) => (
  <>
    {ticks.map(({ line, label }) => (
      <g key={label.text}>
        <line {...line} {...look.line} />
        <ChartLabel of={label} look={look} />
      </g>
    ))}
    {categories.map((label) => (
      <ChartLabel key={`${String(label.x)} ${String(label.y)}`} of={label} look={look} />
    ))}
    {bars.map(({ series, value, ...bar }) => (
      <g key={`${String(series)} ${String(bar.x)} ${String(bar.y)}`}>
        <rect {...bar} fill={fillOf(series)} {...look.bar} />
        {value !== undefined && <ChartLabel of={value} look={look} />}
      </g>
    ))}
    <line {...zero} {...look.zero} />
  </>
);

interface ChartLabelProps {
  readonly of: ChartText;
  readonly look: ChartLook;
}

export const ChartLabel = ({ of: { text, x, y, anchor }, look }: ChartLabelProps) => (
  <text x={x} y={y} textAnchor={anchor} {...look.text}>
    {text}
  </text>
);
