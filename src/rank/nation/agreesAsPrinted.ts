import { halfUp } from '../halfUp';

/** Beyond this many decimals a figure is not printed but stored, and compared as such. */
const mostPrintedDecimals = 8;
const closeness = 1e-9;

/** True when `ours`, rounded half up to the decimals that stand there, is the printed figure; shares also as percent. */
export const agreesAsPrinted = (printed: number, ours: number, isShare: boolean): boolean =>
  agrees(printed, ours) || (isShare && agrees(printed, ours * 100));

const agrees = (printed: number, ours: number): boolean => {
  if (Math.abs(printed - ours) <= closeness * Math.max(1, Math.abs(ours))) return true;
  const [, fraction = ''] = /\.(\d+)$/.exec(String(printed)) ?? [];
  const decimals = fraction.length;
  return decimals <= mostPrintedDecimals && Number(halfUp(ours, decimals)) === printed;
};
