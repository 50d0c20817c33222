import { makeStyles, tokens } from '@fluentui/react-components';
import { grants } from '../../schemes';
import { usePane } from '../hooks';
import type { MoneyOfTown } from '../result/townView';
import { useCommonStyles } from './style';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: '20px' },
  head: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, verticalAlign: 'top' },
  value: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

/** The money by grant; an estimate with the ways it may come about and how many municipalities were seen in each. */
export const MoneyPart = ({ money }: { readonly money: MoneyOfTown }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  return (
    <section className={common.section} aria-label={words.moneyHeading}>
      <h3 className={common.subheading}>{words.inBrackets(words.moneyHeading, words.moneyKinds[money.basis])}</h3>
      <table className={styles.table}>
        <tbody>
          {grants.flatMap((grant) => {
            const { low, high, scenarios } = money.grants[grant];
            return [
              <tr key={grant}>
                <th scope="row" className={styles.head}>
                  {words.grantNames[grant]}
                </th>
                <td className={styles.value}>{words.yenBand(low, high)}</td>
              </tr>,
              ...scenarios.map(({ kind, low: least, high: most, seen: { sizeClass } }) => (
                <tr key={`${grant} ${kind}`}>
                  <th scope="row" className={styles.head}>
                    {'\u3000'}
                    {words.scenario[kind]}
                    {words.seen(sizeClass.count, sizeClass.of)}
                  </th>
                  <td className={styles.value}>{words.yenBand(least, most)}</td>
                </tr>
              )),
            ];
          })}
        </tbody>
      </table>
    </section>
  );
};
