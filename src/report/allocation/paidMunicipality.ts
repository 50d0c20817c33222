import { basisWords, type GrantAmount, type MunicipalityGrants } from '../../allocation';
import type { MoneyGrant } from '../../settings';
import type { MunicipalityResult } from '../../evaluation';

/** A municipality whose amounts are known. */
export interface PaidMunicipality {
  readonly municipality: MunicipalityResult;
  readonly grants: MunicipalityGrants;
}

/** The amounts there are, in the order they are printed. */
export const amountsOf = ({
  promotion,
  outcomeOriented,
  support,
}: MunicipalityGrants): readonly { readonly grant: MoneyGrant; readonly amount: GrantAmount }[] => [
  { grant: 'promotion', amount: promotion },
  ...(outcomeOriented === null ? [] : [{ grant: 'outcomeOriented' as const, amount: outcomeOriented }]),
  { grant: 'support', amount: support },
];

/** 「内示額・試算」: what the amounts rest on. */
export const basesOf = (grants: MunicipalityGrants): string =>
  [...new Set(amountsOf(grants).map(({ amount }) => basisWords[amount.basis]))].join('・');
