import type { GrantAmount, MunicipalityGrants } from '../../allocation';

/**
 * `grants` of the JSON contract (rules/design.md#json): yen as numbers, `basis` as notice, share or estimate; null
 * where unknown.
 */
export const grantsJson = (grants: MunicipalityGrants | null): unknown =>
  grants === null
    ? null
    : {
        promotion: amountJson(grants.promotion),
        support: amountJson(grants.support),
        outcomeOriented: grants.outcomeOriented === null ? null : amountJson(grants.outcomeOriented),
        totalYen: Number(grants.totalYen),
      };

const amountJson = ({ yen, low, high, basis, because }: GrantAmount): unknown => ({
  yen: Number(yen),
  low: Number(low),
  high: Number(high),
  basis,
  because,
});
