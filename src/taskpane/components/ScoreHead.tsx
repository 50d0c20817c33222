import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../hooks';
import type { TownView } from '../result/townView';
import { Range } from './Range';
import { useCommonStyles } from './style';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: '8px',
  },
  points: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    // A range keeps its unit beside it.
    '@media (max-width: 260px)': { fontSize: tokens.fontSizeBase500 },
  },
  max: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  cells: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: '8px', margin: 0 },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, lineHeight: '20px' },
  under: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '15px',
    minHeight: '15px',
  },
});

/** 623～632点／800点 and its rate. */
export const ScoreLine = ({ view: { points, maxPoints } }: { readonly view: TownView }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const rate = (of: number): string => ((of / maxPoints) * 100).toFixed(1);
  const [least, most] = [rate(points.least), rate(points.most)];
  return (
    <div className={styles.line}>
      <p className={styles.points}>
        {words.points(points.least, points.most)}
        <span className={styles.max}>{words.outOf(maxPoints)}</span>
      </p>
      <p className={common.quiet}>{words.rate(least, most)}</p>
    </div>
  );
};

/** The four answers an officer is asked for first: both ranks, the money, and what became of last year's. */
export const FourCells = ({ view }: { readonly view: TownView }) => {
  const { texts } = usePane();
  const { result: words } = texts;
  const styles = useStyles();
  const { rank, money, change, prefecture, outside } = view;
  const isNone = outside && words.outside[outside];
  const noMoney = view.insured === null ? words.noMoney : words.noEstimate;
  return (
    <dl className={styles.cells}>
      <Cell
        label={words.national}
        value={rank.national === null ? words.unknown : words.place(rank.national)}
        under={rank.national === null ? (isNone ?? words.noRank) : words.of(rank.national.of)}
      />
      <Cell
        label={words.prefecture(prefecture ?? '')}
        value={rank.prefecture === null ? words.unknown : words.place(rank.prefecture)}
        under={
          rank.prefecture === null
            ? (isNone ?? (prefecture === undefined ? words.unknownPrefecture : words.noPrefecture))
            : words.of(rank.prefecture.of)
        }
      />
      {money === undefined ? (
        <Cell label={words.money} value={words.unknown} under={isNone ?? noMoney} />
      ) : (
        <Cell
          label={words.inBrackets(words.money, words.moneyKinds[money.basis])}
          value={words.yenBand(money.low, money.high)}
          under=""
        />
      )}
      {change === undefined ? (
        <Cell
          label={words.sinceLastYear}
          value={words.unknown}
          under={view.isOneOfSeveral ? words.onlyOne : words.noChange}
        />
      ) : (
        <Cell
          label={
            change.before === undefined
              ? words.sinceLastYear
              : words.since(words.points(change.before.least, change.before.most))
          }
          value={
            change.points === undefined ? words.unknown : words.changePoints(change.points.least, change.points.most)
          }
          under={[
            ...(change.places === undefined ? [] : [words.changeRank(change.places)]),
            ...(change.yen === undefined ? [] : [words.changeYen(change.yen)]),
          ].join('・')}
        />
      )}
    </dl>
  );
};

const Cell = ({ label, value, under }: { readonly label: string; readonly value: string; readonly under: string }) => {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <Range of={value} />
      </dd>
      {under !== '' && <dd className={styles.under}>{under}</dd>}
    </div>
  );
};
