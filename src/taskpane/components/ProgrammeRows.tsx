import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { eligibleCategories, moneyGrantName, type UseTable } from '../../allocation';
import type { FiscalYear } from '../../kernel';
import { programmeGrantWords, type ProgrammeLine } from '../../settings';
import { usePane } from '../hooks';
import { icons, useCommonStyles } from './style';

type Lines = readonly (ProgrammeLine | undefined)[];

interface ProgrammeRowsProps {
  readonly year: FiscalYear;
  /** A removed row keeps its place, so that what a person wrote beside the others stays beside them. */
  readonly lines: Lines;
  readonly change: (lines: Lines) => void;
  readonly tables: readonly UseTable[];
  readonly unread: number;
}

const useStyles = makeStyles({
  heading: { margin: `${tokens.spacingVerticalM} 0 0` },
  row: {
    margin: 0,
    padding: '4px 0 8px',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    position: 'relative',
  },
  legend: { padding: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, float: 'left' },
  remove: { float: 'right', minWidth: '24px', padding: '0 6px' },
  parts: { clear: 'both', display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  name: { flex: '1 1 100%', minWidth: 0 },
  part: { flex: '1 1 130px', minWidth: 0, maxWidth: '100%', '& select, & input': { minWidth: 0, width: '100%' } },
  sum: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  doubt: { color: tokens.colorStatusDangerForeground1 },
});

const blank: ProgrammeLine = { name: '', grant: '推進', category: '', amount: '', unit: '' };

/** 使途: what the grants are spent on, and how far that uses up the amounts decided. */
export const ProgrammeRows = ({ year, lines, change, tables, unread }: ProgrammeRowsProps) => {
  const { texts } = usePane();
  const { money: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const added = useRef<number>();
  const add = useRef<HTMLDivElement>(null);
  const names = useRef(new Map<number, HTMLInputElement>());
  useEffect(() => {
    if (added.current === undefined) return;
    names.current.get(added.current)?.focus();
    added.current = undefined;
  }, [lines]);
  const shown = lines.flatMap((line, at) => (line === undefined ? [] : [{ line, at }]));
  const put = (at: number, line: ProgrammeLine | undefined): void => {
    change(lines.map((one, place) => (place === at ? line : one)));
  };
  return (
    <>
      <h3 className={`${common.subheading} ${styles.heading}`}>{words.use}</h3>
      <p className={common.quiet}>{words.useHint}</p>
      {shown.map(({ line, at }, place) => (
        <fieldset key={at} className={styles.row}>
          <legend className={styles.legend}>{words.programme(place + 1)}</legend>
          <Button
            className={styles.remove}
            size="small"
            appearance="subtle"
            icon={icons.close}
            aria-label={words.removeProgramme(place + 1)}
            onClick={() => {
              put(at, undefined);
              add.current?.querySelector('button')?.focus();
            }}
          />
          <div className={styles.parts}>
            <Field className={styles.name} label={words.parts.name} size="small">
              <Input
                className={common.line}
                size="small"
                input={{
                  ref: (input: HTMLInputElement | null) => {
                    if (input === null) names.current.delete(at);
                    else names.current.set(at, input);
                  },
                }}
                value={line.name}
                onChange={(_, { value }) => {
                  put(at, { ...line, name: value });
                }}
              />
            </Field>
            <Field className={styles.part} label={words.parts.grant} size="small">
              <Select
                size="small"
                lang="ja"
                value={line.grant}
                onChange={(_, { value }) => {
                  put(at, { ...line, grant: value });
                }}
              >
                {withOwn([...programmeGrantWords.keys()], line.grant).map((word) => (
                  <option key={word} value={word}>
                    {word}
                  </option>
                ))}
              </Select>
            </Field>
            <Field className={styles.part} label={words.parts.amount} size="small">
              <Input
                className={common.line}
                size="small"
                inputMode="decimal"
                value={line.amount}
                contentAfter={<span lang="ja">{line.unit === '' ? '千円' : line.unit}</span>}
                onChange={(_, { value }) => {
                  put(at, { ...line, amount: value });
                }}
              />
            </Field>
            <Category
              year={year}
              line={line}
              put={(next) => {
                put(at, next);
              }}
            />
          </div>
        </fieldset>
      ))}
      <div ref={add} className={common.actions}>
        <Button
          size="small"
          onClick={() => {
            added.current = lines.length;
            change([...lines, blank]);
          }}
        >
          {words.addProgramme}
        </Button>
      </div>
      <div aria-live="polite">
        {tables.map((table) => (
          <Sum key={table.grant} table={table} />
        ))}
        {unread > 0 && <p className={`${styles.sum} ${styles.doubt}`}>{words.unreadProgrammes(unread)}</p>}
      </div>
    </>
  );
};

/** What is written on the sheet is offered too, whatever it is. */
const withOwn = (words: readonly string[], own: string): readonly string[] =>
  words.includes(own) ? words : [own, ...words];

interface CategoryProps {
  readonly year: FiscalYear;
  readonly line: ProgrammeLine;
  readonly put: (line: ProgrammeLine) => void;
}

/** What a document of the year allows; a line to write where none is known. */
const Category = ({ year, line, put }: CategoryProps) => {
  const { texts } = usePane();
  const { money: words } = texts;
  const styles = useStyles();
  const common = useCommonStyles();
  const grant = programmeGrantWords.get(line.grant);
  const eligible = grant === undefined ? undefined : eligibleCategories(year, grant);
  return (
    <Field className={styles.name} label={words.parts.category} size="small">
      {eligible === undefined ? (
        <Input
          className={common.line}
          size="small"
          lang="ja"
          value={line.category}
          onChange={(_, { value }) => {
            put({ ...line, category: value });
          }}
        />
      ) : (
        <Select
          size="small"
          lang="ja"
          value={line.category}
          onChange={(_, { value }) => {
            put({ ...line, category: value });
          }}
        >
          {withOwn(['', ...eligible], line.category).map((word) => (
            <option key={word} value={word}>
              {word === '' ? words.noCategory : word}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
};

/** Sum of the rows of a grant against the amount decided. */
const Sum = ({ table: { grant, noticeYen, assignedYen } }: { readonly table: UseTable }) => {
  const { texts } = usePane();
  const styles = useStyles();
  const fits = noticeYen === undefined || assignedYen === noticeYen;
  return (
    <p className={`${styles.sum} ${fits ? '' : styles.doubt}`}>
      <span lang="ja">{moneyGrantName(grant)}</span>
      {texts.money.sum(assignedYen, noticeYen)}
    </p>
  );
};
