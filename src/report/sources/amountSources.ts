import type { GrantAmount, MunicipalityGrants } from '../../allocation';
import type { MoneyGrant, Settings } from '../../settings';
import type { FigureSource } from '../../workbook';
import { fromSettings } from './toldSources';
import { fromGrantAmount } from './workedOut';

/** An amount, however it came about; `settings` are those of the municipality alone, none in a batch. */
export const fromAmount = (settings: Settings | undefined, grant: MoneyGrant, amount: GrantAmount): FigureSource => {
  if (amount.basis === 'notice') return settings === undefined ? ownNotice : fromSettings(settings, `notice.${grant}`);
  const known = amountSources.get(amount);
  if (known !== undefined) return known;
  const source = fromGrantAmount(amount);
  amountSources.set(amount, source);
  return source;
};

/** Made once for each amount: lists of 1,741 municipalities print it several times. */
const amountSources = new WeakMap<GrantAmount, FigureSource>();
const ownNotice: FigureSource = { kind: 'told', text: 'その市町村のブックの設定に入力された内示額です。' };

/** The total of a municipality's amounts; how each came about stands in 配分. */
export const fromAllAmounts = ({ promotion, support, outcomeOriented }: MunicipalityGrants): FigureSource =>
  [promotion, support, outcomeOriented].every((amount) => amount === null || amount.basis === 'notice')
    ? noticesAdded
    : amountsAdded;

const noticesAdded: FigureSource = { kind: 'told', text: '設定に入力された内示額の合計です。' };
const amountsAdded: FigureSource = {
  kind: 'plan',
  text: '推進・成果指向型配分枠・支援の額の合計です。額ごとの計算の理由は「配分」シートにあります。',
};
