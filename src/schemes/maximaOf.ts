import type { FiscalYear } from '../kernel';
import { blockSchemeOf } from './blockSchemeOf';
import type { Grant, SchemeHead } from './schema';
import { schemeOf } from './schemeOf';

/** 満点 of both grants together and of each, a common goal in both. */
export type Maxima = Readonly<Record<Grant | 'total', number>>;

/** The maxima of a packaged year, whether its criteria or only its blocks are known (R5: 1,355, 830 and 2,185); else undefined. */
export const maximaOf = (year: FiscalYear): Maxima | undefined => {
  const byCriteria = schemeOf(year);
  if (byCriteria.ok) return maximaIn(byCriteria.value);
  const byBlocks = blockSchemeOf(year, 'municipality');
  return byBlocks.ok ? maximaIn(byBlocks.value) : undefined;
};

const maximaIn = ({ maxPoints, goals }: Pick<SchemeHead, 'maxPoints' | 'goals'>): Maxima => {
  const of = (grant: Grant): number =>
    goals
      .filter((goal) => goal.grant === grant || goal.grant === 'common')
      .reduce((sum, goal) => sum + goal.maxPoints, 0);
  return { promotion: of('promotion'), support: of('support'), total: maxPoints };
};
