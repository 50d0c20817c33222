import { Button, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { Results } from '../../evaluation';
import type { Problem } from '../../problems';
import type { WorkbookContent } from '../../workbook';
import { useArrival, useArrowKeys, usePane } from '../hooks';
import { paneParts } from '../texts/cures';
import { checkItems, type CheckCell, type CheckItem } from '../result/checkItems';
import { DecidedList } from './DecidedList';
import { FaultParts } from './FaultParts';
import { Range } from './Range';
import { icons, useCommonStyles } from './style';
import { Unfolding } from './Unfolding';
import { langOf, Said } from './Said';

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  count: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  select: { minWidth: 0, maxWidth: '150px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '3px 0' },
  title: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '8px',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '20px',
  },
  what: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  // What became of a decision is a sentence; a name that is cut stands whole under ▾, and so do those of folded cells.
  sentence: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  whole: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  points: { whiteSpace: 'nowrap' },
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '4px', flexWrap: 'wrap' },
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    margin: 0,
    minWidth: 0,
    flex: '1 1 90px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '15px',
    color: tokens.colorNeutralForeground2,
  },
  // What stands in a cell may be long; an amount is never cut.
  where: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  buttons: { display: 'flex', gap: '3px', flexShrink: 0, maxWidth: '100%', flexWrap: 'wrap' },
  button: { minWidth: '26px', minHeight: '24px', padding: '0 5px' },
  stop: {
    color: tokens.colorStatusDangerForeground1,
    display: 'inline-flex',
    verticalAlign: '-3px',
    marginRight: '2px',
  },
});

/** Rows drawn at once; the rest comes on request. */
const shownAtOnce = 100;

/** Every open doubt as a decision with its price; what nobody can act on is folded under お知らせ. */
export const CheckScreen = ({ results, content }: { readonly results: Results; readonly content: WorkbookContent }) => {
  const { texts } = usePane();
  const { check: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const heading = useArrival();
  const [bySheet, sortBySheet] = useState(false);
  const [limit, setLimit] = useState(shownAtOnce);
  const { open, told } = useMemo(() => checkItems(results, content), [results, content]);
  const sorted = useMemo(() => (bySheet ? open.toSorted(bySheetOrder) : open), [open, bySheet]);
  const shown = sorted.slice(0, limit);
  const keys = useArrowKeys<HTMLUListElement>(shown.length);
  const points = open.reduce((sum, item) => sum + item.points, 0);
  const doubts = open.reduce((sum, { problems }) => sum + problems.length, 0);
  return (
    <div className={common.section}>
      <h2 className={common.spoken} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <div className={styles.head}>
        <p className={styles.count} role="status">
          {open.length === 0 ? words.none : words.head(doubts, points)}
        </p>
        {open.length > 1 && (
          <Select
            size="small"
            className={styles.select}
            aria-label={words.sort}
            value={bySheet ? 'sheet' : 'stake'}
            onChange={(_, { value }) => {
              sortBySheet(value === 'sheet');
            }}
          >
            <option value="stake">{words.sorts.stake}</option>
            <option value="sheet">{words.sorts.sheet}</option>
          </Select>
        )}
      </div>
      <ul ref={keys.list} className={styles.list}>
        {shown.map((item, at) => (
          <Row key={item.key} item={item} at={at} keys={keys} />
        ))}
      </ul>
      {sorted.length > limit && (
        <Button
          onClick={() => {
            setLimit(limit + shownAtOnce);
          }}
        >
          {words.rest(sorted.length - limit)}
        </Button>
      )}
      <DecidedList results={results} />
      {told.length > 0 && (
        <Unfolding line={words.notices(told.length)}>
          <ul className={common.list}>
            {told.map((one) => (
              <li key={`${one.code} ${one.sheet ?? ''}${one.cell ?? ''}${one.found ?? ''}`}>
                <Details problem={one} />
              </li>
            ))}
          </ul>
        </Unfolding>
      )}
    </div>
  );
};

const placeOf = ({ problems: [first], cells: [cell] }: CheckItem): string =>
  `${cell?.sheet ?? first?.sheet ?? ''}!${cell?.cell ?? first?.cell ?? ''}`;

const bySheetOrder = (one: CheckItem, other: CheckItem): number =>
  placeOf(one).localeCompare(placeOf(other), 'ja', { numeric: true });

type Keys = ReturnType<typeof useArrowKeys<HTMLUListElement>>;

/** Two lines: what is in doubt and its points; where, its price, and the answers it takes. */
const Row = ({ item, at, keys }: { readonly item: CheckItem; readonly at: number; readonly keys: Keys }) => {
  const { texts } = usePane();
  const { check: words, language } = texts;
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { problems, cells, points, about, outdated, towns } = item;
  const [first] = problems;
  if (first === undefined) return null;
  const { what } = paneParts(first, language);
  const many = cells.length > 1;
  const title = many
    ? words.fold(first.found === undefined ? what : `「${first.found}」`, cells.length)
    : (about ?? what);
  return (
    <li className={styles.row}>
      <div className={styles.title}>
        <span
          className={mergeClasses(styles.what, outdated !== undefined && styles.sentence)}
          title={about === undefined ? what : `${about}　${what}`}
        >
          {first.severity === 'stop' && <span className={styles.stop}>{icons.stop}</span>}
          <Said>{`${towns.length === 0 ? '' : `${words.towns(towns)}　`}${title}`}</Said>
        </span>
        {points > 0 && <span className={styles.points}>{words.stake(points)}</span>}
      </div>
      <AnswerLine
        item={item}
        at={at}
        keys={keys}
        open={open}
        toggle={() => {
          setOpen(!open);
        }}
      />
      {open && !many && (
        <>
          {about !== undefined && (
            <p className={styles.whole}>
              <Said>{about}</Said>
            </p>
          )}
          <Details problem={first} />
        </>
      )}
      {open && many && (
        <ul className={styles.list}>
          {cells.map((cell) => (
            <SingleCell key={`${cell.sheet}!${cell.cell}`} cell={cell} answer={item.answer} />
          ))}
        </ul>
      )}
    </li>
  );
};

const AnswerLine = ({
  item,
  at,
  keys,
  open,
  toggle,
}: {
  readonly item: CheckItem;
  readonly at: number;
  readonly keys: Keys;
  readonly open: boolean;
  readonly toggle: () => void;
}) => {
  const { state, actions, texts } = usePane();
  const { check: words } = texts;
  const styles = useStyles();
  const { problems, cells, answer, outdated, yen } = item;
  const [first] = problems;
  const many = cells.length > 1;
  if (first === undefined) return null;
  const [cell] = cells;
  const place = `${cell?.sheet ?? first.sheet ?? ''}${first.sheet === undefined && cell === undefined ? '' : '!'}${cell?.cell ?? first.cell ?? ''}`;
  const decide = (judgement: 'met' | 'unmet' | 'accepted'): void => {
    void actions.decide(cells, judgement).then(() => {
      keys.focusAt(at);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const judgement = answer === 'met-unmet' ? byKey[event.key.toLowerCase()] : undefined;
    if (judgement === undefined || state.busy !== undefined) keys.onKeyDown(event);
    else decide(judgement);
  };
  const shared = {
    size: 'small',
    className: styles.button,
    tabIndex: keys.tabIndexOf(at),
    lang: langOf(place, texts.language),
  } as const;
  return (
    <div className={styles.line}>
      <p className={styles.place}>
        {!many && (
          <span className={styles.where} title={words.cell(place, cell?.text ?? first.found)}>
            <Said>{words.cell(place, cell?.text ?? first.found)}</Said>
          </span>
        )}
        {yen !== undefined && (
          <span>
            <Range of={texts.plan.yen(yen.low, yen.high)} />
          </span>
        )}
      </p>
      <div className={styles.buttons}>
        {answer === 'met-unmet' && (
          <>
            <Button
              {...shared}
              aria-label={words.takeAs('○', place, cells.length)}
              onClick={() => {
                decide('met');
              }}
            >
              {many ? words.allMet : '○'}
            </Button>
            <Button
              {...shared}
              aria-label={words.takeAs('×', place, cells.length)}
              onClick={() => {
                decide('unmet');
              }}
            >
              {many ? words.allUnmet : '×'}
            </Button>
          </>
        )}
        {answer === 'accept' && (
          <Button
            {...shared}
            aria-label={`${words.accept} ${place}`}
            onClick={() => {
              decide('accepted');
            }}
          >
            {words.accept}
          </Button>
        )}
        {outdated !== undefined && (
          <Button
            {...shared}
            aria-label={`${words.takeBack} ${place}`}
            onClick={() => {
              void actions.takeBack(outdated).then(() => {
                keys.focusAt(at);
              });
            }}
          >
            {words.takeBack}
          </Button>
        )}
        {(cell !== undefined || first.sheet !== undefined) && (
          <Button
            {...shared}
            data-place={at}
            aria-label={words.jumpTo(place)}
            onKeyDown={onKeyDown}
            onFocus={() => {
              keys.onFocus(at);
            }}
            onClick={() => void actions.jumpTo(cell ?? first)}
          >
            {words.jump}
          </Button>
        )}
        <Button
          {...shared}
          {...(cell === undefined && first.sheet === undefined
            ? {
                'data-place': at,
                onKeyDown,
                onFocus: () => {
                  keys.onFocus(at);
                },
              }
            : {})}
          aria-expanded={open}
          aria-label={`${many ? words.unfold : words.more} ${place}`}
          onClick={toggle}
        >
          {open ? '▴' : '▾'}
        </Button>
      </div>
    </div>
  );
};

const byKey: Readonly<Record<string, 'met' | 'unmet'>> = { o: 'met', x: 'unmet' };

/** One of several alike, when they are looked at one by one. */
const SingleCell = ({ cell, answer }: { readonly cell: CheckCell; readonly answer: CheckItem['answer'] }) => {
  const { actions, texts } = usePane();
  const { check: words } = texts;
  const styles = useStyles();
  const place = `${cell.sheet}!${cell.cell}`;
  const shared = { size: 'small', className: styles.button, lang: langOf(place, texts.language) } as const;
  const choices =
    answer === 'met-unmet'
      ? ([
          ['○', 'met'],
          ['×', 'unmet'],
        ] as const)
      : [];
  return (
    <li className={mergeClasses(styles.line, styles.row)}>
      <p className={styles.place}>
        <span className={mergeClasses(styles.where, styles.sentence)}>
          <Said>{`${cell.town === undefined ? '' : `${cell.town}　`}${words.cell(place, cell.text)} ${cell.about ?? ''}`}</Said>
        </span>
        {cell.yen !== undefined && (
          <span>
            <Range of={texts.plan.yen(cell.yen.low, cell.yen.high)} />
          </span>
        )}
      </p>
      <div className={styles.buttons}>
        {choices.map(([mark, judgement]) => (
          <Button
            key={mark}
            {...shared}
            aria-label={words.takeAs(mark, place, 1)}
            onClick={() => void actions.decide([cell], judgement)}
          >
            {mark}
          </Button>
        ))}
        <Button {...shared} aria-label={words.jumpTo(place)} onClick={() => void actions.jumpTo(cell)}>
          {words.jump}
        </Button>
      </div>
    </li>
  );
};

const Details = ({ problem }: { readonly problem: Problem }) => {
  const { texts } = usePane();
  const common = useCommonStyles();
  return (
    <div>
      <p className={common.text}>
        <Said>{texts.result.inBrackets(paneParts(problem, texts.language).what, problem.code)}</Said>
      </p>
      <FaultParts fault={problem} />
    </div>
  );
};
