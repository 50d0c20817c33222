import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { partsOf, type Problem } from '../../kernel';
import { usePane, type useArrowKeys } from '../hooks';
import { FaultParts } from './Faults';
import { icons } from './icons';
import { Pill } from './Pill';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  item: {
    gap: tokens.spacingVerticalXS,
    ':focus-within': {
      borderTopColor: tokens.colorBrandStroke1,
      borderRightColor: tokens.colorBrandStroke1,
      borderBottomColor: tokens.colorBrandStroke1,
    },
  },
  stop: { borderLeft: `4px solid ${tokens.colorStatusDangerBorder1}` },
  check: { borderLeft: `4px solid ${tokens.colorStatusWarningBorder1}` },
  info: { borderLeft: `4px solid ${tokens.colorNeutralStroke1}` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'center',
  },
  code: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  jump: { alignSelf: 'flex-start' },
});

/** One problem: what, points at stake, where, effect, cure, and the way to its cell. */
export const ProblemItem = ({
  problem,
  place,
  keys,
}: {
  readonly problem: Problem;
  /** Among the problems that have a place; -1 without one. */
  readonly place: number;
  readonly keys: ReturnType<typeof useArrowKeys<HTMLDivElement>>;
}) => {
  const { actions, texts } = usePane();
  const { problems: words, language } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const { what, where } = partsOf(problem, language);
  const stake = problem.pointsAtStake ?? 0;
  return (
    <li className={mergeClasses(common.card, styles.item, styles[problem.severity])}>
      <div className={styles.head}>
        <span className={styles.code}>
          {problem.code}
          {problem.criterion === undefined ? '' : `　${problem.criterion}`}
        </span>
        {stake > 0 && <Pill>{words.stake(stake)}</Pill>}
      </div>
      <p className={styles.what}>{what}</p>
      <FaultParts fault={problem} />
      {place >= 0 && (
        <Button
          className={styles.jump}
          size="small"
          icon={icons.jump}
          data-place={place}
          tabIndex={keys.tabIndexOf(place)}
          aria-label={`${words.jumpTo(where)}（${problem.code} ${what}）`}
          onKeyDown={keys.onKeyDown}
          onFocus={() => {
            keys.onFocus(place);
          }}
          onClick={() => void actions.jumpTo(problem)}
        >
          {words.jump}
        </Button>
      )}
    </li>
  );
};
