import { makeStyles, tokens } from '@fluentui/react-components';
import type { MunicipalityResult } from '../../evaluation';
import { usePane } from '../hooks';
import { icons } from './icons';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  who: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  points: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  rank: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** Total, rate, provisional range, and the rank with what it rests on. */
export const ScoreCard = ({
  municipality,
  max,
  rate,
}: {
  readonly municipality: MunicipalityResult;
  readonly max: number;
  readonly rate: string;
}) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const { identity, provisional, range, total, rank } = municipality;
  return (
    <section className={common.card} aria-label={words.heading}>
      <p className={styles.who}>
        {identity.prefecture ?? ''}
        {identity.name}
      </p>
      <p className={styles.points}>{words.points(total, max)}</p>
      <p className={common.quiet}>{words.rate(rate)}</p>
      {provisional && (
        <div className={common.iconLine}>
          {icons.check}
          <p className={common.text}>{words.provisional(range.min, range.max)}</p>
        </div>
      )}
      <div>
        <p className={styles.rank}>
          {words.rankLabel} {rank.national === null ? '－' : words.rank(rank.national)}
        </p>
        <p className={common.quiet}>{rank.national === null ? words.noRank : words.basis[rank.national.basis]}</p>
      </div>
    </section>
  );
};
