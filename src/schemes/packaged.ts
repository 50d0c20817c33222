// Written by `npm run generate` from the folders beside it; to add a year, add its folder.
import r5Scheme from './R5/scheme.json';
import r6Scheme from './R6/scheme.json';
import r7Scheme from './R7/scheme.json';
import r8Scheme from './R8/scheme.json';
import r8PrefectureScheme from './R8-prefecture/scheme.json';
import r5National from './R5/national.json';
import r6National from './R6/national.json';
import r7National from './R7/national.json';
import r8National from './R8/national.json';
import r8PrefectureNational from './R8-prefecture/national.json';
import r5Plan from './R5/plan.json';
import r6Plan from './R6/plan.json';
import r7Plan from './R7/plan.json';
import r6Costs from './R6/costs.json';
import r7Costs from './R7/costs.json';
import r8Costs from './R8/costs.json';
import type { YearFolder } from './yearFolder';

/** The municipalities’ part of every packaged year, oldest first. */
export const packagedFolders: readonly YearFolder[] = [
  {
    folder: 'R5',
    scheme: r5Scheme,
    national: r5National,
    plan: r5Plan,
  },
  {
    folder: 'R6',
    scheme: r6Scheme,
    national: r6National,
    plan: r6Plan,
    costs: r6Costs,
  },
  {
    folder: 'R7',
    scheme: r7Scheme,
    national: r7National,
    plan: r7Plan,
    costs: r7Costs,
  },
  {
    folder: 'R8',
    scheme: r8Scheme,
    national: r8National,
    costs: r8Costs,
  },
];

/** The prefectures’ part, for the pages of the schemes: no face of the product asks for it, so none carries it. */
export const prefectureFolders: readonly YearFolder[] = [
  {
    folder: 'R8-prefecture',
    scheme: r8PrefectureScheme,
    national: r8PrefectureNational,
  },
];
