import type { GrantAmount, MunicipalityGrants } from '../../allocation';
import type { ScoreFile } from './scoreFile';

type GrantsJson = ScoreFile['municipalities'][number]['grants'];
type AmountJson = NonNullable<GrantsJson>['promotion'];

/**
 * `grants` of the JSON contract (rules/design.md#json): yen as numbers, `basis` as notice, share or estimate; null
 * where unknown.
 */
export const grantsJson = (grants: MunicipalityGrants | null): GrantsJson =>
  grants === null
    ? null
    : {
        promotion: amountJson(grants.promotion),
        support: amountJson(grants.support),
        outcomeOriented: grants.outcomeOriented === null ? null : amountJson(grants.outcomeOriented),
        totalYen: Number(grants.totalYen),
      };

const amountJson = ({ yen, low, high, basis, because }: GrantAmount): AmountJson => ({
  yen: Number(yen),
  low: Number(low),
  high: Number(high),
  basis,
  because: [...because],
});
