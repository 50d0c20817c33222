import { Button, Field, makeStyles, mergeClasses, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useMemo, useRef } from 'react';
import { placeAmong, type SheetLayout } from '../../answers';
import type { Problem } from '../../problems';
import { scoredYears } from '../../schemes';
import { useArrival, usePane } from '../hooks';
import { paneParts } from '../texts/cures';
import { inYear, onColumn, onSheet } from '../mapping/chosen';
import { recognitionOf } from '../mapping/recognition';
import type { Reading } from '../state/paneState';
import { askedMarks, type AskedMark } from '../state/scored';
import { FaultParts } from './FaultParts';
import { RecognitionCard } from './RecognitionCard';
import { icons, useCommonStyles } from './style';
import { Said } from './Said';

/** How the workbook was understood, and what a person may correct. */
export const ReadingScreen = ({ reading }: { readonly reading: Reading }) => {
  const { texts } = usePane();
  const { layout: words } = texts;
  const common = useCommonStyles();
  const heading = useArrival();
  const { content, outcome, changes } = reading;
  const recognition = useMemo(
    () => (outcome.ok && outcome.value.subject === 'answers' ? recognitionOf(outcome.value, content) : undefined),
    [outcome, content],
  );
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {outcome.ok ? (
        <RecognitionCard results={outcome.value} recognition={recognition} />
      ) : (
        <WhyRefused problems={outcome.problems} />
      )}
      {changes.length > 0 && (
        <section className={common.card} aria-label={words.changes}>
          <h3 className={common.subheading}>{words.changes}</h3>
          <ul className={mergeClasses(common.list, common.cell)}>
            {changes.map(({ place, before, now }) => (
              <li key={place}>
                <Said>{words.change(place, before, now)}</Said>
              </li>
            ))}
          </ul>
        </section>
      )}
      <MarkQuestions />
      <MappingChoices reading={reading} />
      {outcome.ok && <p className={common.quiet}>{words.remembered}</p>}
    </div>
  );
};

/** Which sheet, which column, which year; everything starts at 自動. */
const MappingChoices = ({ reading }: { readonly reading: Reading }) => {
  const { state, actions, texts } = usePane();
  const { layout: words } = texts;
  const common = useCommonStyles();
  const { mapping, busy } = state;
  const { layout, outcome } = reading;
  const sheet = layout.find(({ name }) => name === mapping.sheet);
  return (
    <section className={common.screen} aria-label={words.choices}>
      <Field label={words.sheet}>
        <Select
          className={common.narrow}
          value={sheet?.name ?? ''}
          disabled={busy !== undefined}
          onChange={(_, { value }) => {
            void actions.remap(onSheet(mapping, value === '' ? undefined : value));
          }}
        >
          <option value="">{words.allSheets(layout.length)}</option>
          {layout.map(({ name }) => (
            <option key={name} lang="ja">
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <ColumnChoiceField chosen={sheet ?? (layout.length === 1 ? layout[0] : undefined)} />
      <Field label={words.year}>
        <Select
          className={common.narrow}
          value={mapping.year ?? ''}
          disabled={busy !== undefined}
          onChange={(_, { value }) => {
            void actions.remap(
              inYear(
                mapping,
                scoredYears().find((year) => year === value),
              ),
            );
          }}
        >
          <option value="">
            {words.yearFound(
              outcome.ok && mapping.year === undefined ? texts.year(outcome.value.scheme.fiscalYear) : undefined,
            )}
          </option>
          {scoredYears().map((year) => (
            <option key={year} value={year}>
              {texts.year(year)}
            </option>
          ))}
        </Select>
      </Field>
      <AddYear />
    </section>
  );
};

/** Next year's rules come as a file before a release knows them. */
const AddYear = () => {
  const { state, actions, texts } = usePane();
  const { addYear } = texts.layout;
  const common = useCommonStyles();
  const file = useRef<HTMLInputElement>(null);
  return (
    <div className={common.actions}>
      <Button icon={icons.sheet} disabled={state.busy !== undefined} onClick={() => file.current?.click()}>
        {addYear}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        aria-label={addYear}
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) void actions.addYear(chosen);
          // The same file, mended, may be chosen again.
          target.value = '';
        }}
      />
    </div>
  );
};

const ColumnChoiceField = ({ chosen }: { readonly chosen: SheetLayout | undefined }) => {
  const { state, actions, texts } = usePane();
  const common = useCommonStyles();
  const { layout: words } = texts;
  const { mapping } = state;
  if (chosen === undefined) return null;
  const now = mapping.column === undefined ? undefined : placeAmong(chosen.columns, mapping.column);
  const found = chosen.columns.filter((column) => column.found);
  const choose = (value: string): void => {
    const column = chosen.columns.find(({ index }) => String(index) === value);
    void actions.remap(onColumn(mapping, chosen.name, column && { index: column.index, header: column.header }));
  };
  return (
    <Field label={words.column}>
      <Select
        className={common.narrow}
        value={now === undefined ? '' : String(now)}
        disabled={state.busy !== undefined}
        onChange={(_, { value }) => {
          choose(value);
        }}
      >
        <option value="">{words.allColumns(found.length === 1 ? (found[0]?.letter ?? '') : '')}</option>
        {chosen.columns.map(({ index, letter, header }) => (
          <option key={letter} value={String(index)} lang={header === '' ? undefined : 'ja'}>
            {words.columnName(letter, header === '' ? words.noHeader : header)}
          </option>
        ))}
      </Select>
    </Field>
  );
};

const meanings = ['met', 'unmet', 'open'] as const;

/** Marks that mean different things in different offices: asked once, kept with the workbook. */
const MarkQuestions = () => {
  const { state, texts } = usePane();
  const common = useCommonStyles();
  const marks = askedMarks(state);
  if (marks.length === 0) return null;
  return (
    <section className={common.card} aria-label={texts.layout.marks}>
      <h3 className={common.subheading}>{texts.layout.marks}</h3>
      {marks.map((asked) => (
        <MarkQuestion key={asked.mark} asked={asked} />
      ))}
    </section>
  );
};

const MarkQuestion = ({ asked: { mark, cells, meaning } }: { readonly asked: AskedMark }) => {
  const { state, actions, texts } = usePane();
  const { layout: words } = texts;
  const { mapping, busy } = state;
  const choose = (value: string): void => {
    const others = [...mapping.markMeanings].filter(([known]) => known !== mark);
    const said = meanings.find((one) => one === value);
    const settled = said === 'met' || said === 'unmet' ? [...others, [mark, said] as const] : others;
    void actions.remap({ ...mapping, markMeanings: new Map(settled) });
  };
  return (
    <Field label={words.markQuestion(mark, cells)}>
      <RadioGroup
        value={meaning}
        disabled={busy !== undefined}
        onChange={(_, { value }) => {
          choose(value);
        }}
      >
        {meanings.map((one) => (
          <Radio key={one} value={one} label={words.markAnswers[one]} />
        ))}
      </RadioGroup>
    </Field>
  );
};

const useRefusalStyles = makeStyles({
  card: { borderLeft: `4px solid ${tokens.colorStatusDangerBorder1}` },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** What kept the workbook from being scored at all; the choices below may cure it. */
const WhyRefused = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { texts } = usePane();
  const common = useCommonStyles();
  const styles = useRefusalStyles();
  return (
    <section className={mergeClasses(common.card, styles.card)} aria-label={texts.layout.refused}>
      <h3 className={common.subheading}>{texts.layout.refused}</h3>
      {problems.map((problem) => (
        <div key={`${problem.code}/${problem.sheet ?? ''}/${problem.cell ?? ''}`}>
          <div className={common.iconLine}>
            {icons[problem.severity]}
            <p className={styles.what}>
              {problem.code} <Said>{paneParts(problem, texts.language).what}</Said>
            </p>
          </div>
          <FaultParts fault={problem} />
        </div>
      ))}
    </section>
  );
};
