import { halfUp } from '../../rank';
import type { ChartTable } from './chartTable';

/** The axis of values: where it begins and ends, and where its lines stand. */
export interface ChartScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** So many steps at most: a small picture has no room for more lines. */
const mostSteps = 4;

/** An axis that takes in zero and all values, in round steps; shares run from 0 to 100 %. */
export const chartScale = ({ series }: Pick<ChartTable, 'series'>, percent: boolean): ChartScale => {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const lowest = values.reduce((least, value) => Math.min(least, value), 0);
  const highest = values.reduce((most, value) => Math.max(most, value), percent ? 1 : 0);
  const step = roundStep((highest - lowest) / mostSteps);
  const first = Math.floor(lowest / step);
  const last = Math.max(first + 1, Math.ceil(highest / step));
  return {
    from: first * step,
    to: last * step,
    ticks: Array.from({ length: last - first + 1 }, (_, at) => {
      const value = (first + at) * step;
      return { value, label: percent ? `${halfUp(value * 100, 0)}%` : tickLabel(value, step) };
    }),
  };
};

/** Labels have at most twelve decimals; what is smaller than a step of them is drawn as nothing. */
const smallestStep = 1e-12;

/** 1, 2, 2.5 or 5 times a power of ten, not below `least`; 1 when there is nothing to show. */
const roundStep = (least: number): number => {
  if (!(least >= smallestStep)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10) * power;
};

const tickLabel = (value: number, step: number): string =>
  step >= 1 ? value.toLocaleString('en-US') : halfUp(value, Math.min(12, Math.ceil(-Math.log10(step)) + 1));
