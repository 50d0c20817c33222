import type { MoneyGrant } from '../../settings';
import { grantNames } from '../../schemes';

/** 推進, 支援, 成果指向型: a grant or frame where its full name would need a second line. */
export const shortMoneyName = (grant: MoneyGrant): string =>
  grant === 'outcomeOriented' ? '成果指向型' : grantNames[grant].short;
