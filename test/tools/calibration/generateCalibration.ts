import type { Calibration } from '../../../src/allocation/calibration';
import { calibrateClasses, seenAddOns } from './calibrateClasses';
import { finalsWithin, leaveOneOut, leaveOneOutTable } from './leaveOneOut';
import { packagedObservations } from './observations';

/** The text of `src/allocation/calibration/R6.json`, made from the observations; CI compares it with the file. */
export const generateCalibration = (): { readonly path: string; readonly text: string } => {
  const { promotion, support } = packagedObservations.nationalMeans;
  const left = leaveOneOut(packagedObservations);
  const calibration: Calibration = {
    schema: 'incentive-calibration/2',
    fiscalYear: packagedObservations.fiscalYear,
    note: '公表された係数ではない。公表額と規模区分別の中央値から推定した試算用の値（observations-R6.json から npm run generate で作る）。',
    sizeClasses: packagedObservations.sizeClasses,
    nationalMeans: { promotion, support },
    rates: calibrateClasses(packagedObservations, packagedObservations.observations),
    seen: seenAddOns(packagedObservations, packagedObservations.observations),
    leaveOneOut: leaveOneOutTable(left),
    finals: finalsWithin(left),
  };
  return { path: 'src/allocation/calibration/R6.json', text: `${JSON.stringify(calibration, null, 2)}\n` };
};
