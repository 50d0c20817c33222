import { Button, Field, Select } from '@fluentui/react-components';
import { useRef } from 'react';
import { placeOf } from '../../answers';
import { fiscalYearLabel } from '../../kernel';
import { scoredYears } from '../../schemes';
import { usePane } from '../hooks';
import { inYear, onColumn, onSheet, type SheetLayout } from '../mapping';
import type { Reading } from '../state';
import { icons } from './icons';
import { useCommonStyles } from './useCommonStyles';

/** Which sheet, which column, which year; everything starts at 自動. */
export const MappingChoices = ({ reading }: { readonly reading: Reading }) => {
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
          value={sheet?.name ?? ''}
          disabled={busy !== undefined}
          onChange={(_, { value }) => {
            void actions.remap(onSheet(mapping, value === '' ? undefined : value));
          }}
        >
          <option value="">{words.allSheets(layout.length)}</option>
          {layout.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <ColumnChoiceField chosen={sheet ?? (layout.length === 1 ? layout[0] : undefined)} />
      <Field label={words.year}>
        <Select
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
              outcome.ok && mapping.year === undefined ? fiscalYearLabel(outcome.value.scheme.fiscalYear) : undefined,
            )}
          </option>
          {scoredYears().map((year) => (
            <option key={year} value={year}>
              {fiscalYearLabel(year)}
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
  const { layout: words } = texts;
  const { mapping } = state;
  if (chosen === undefined) return null;
  const now = mapping.column === undefined ? undefined : placeOf(chosen.columns, mapping.column);
  const found = chosen.columns.filter((column) => column.found);
  const choose = (value: string): void => {
    const column = chosen.columns.find(({ index }) => String(index) === value);
    void actions.remap(onColumn(mapping, chosen.name, column && { index: column.index, header: column.header }));
  };
  return (
    <Field label={words.column}>
      <Select
        value={now === undefined ? '' : String(now)}
        disabled={state.busy !== undefined}
        onChange={(_, { value }) => {
          choose(value);
        }}
      >
        <option value="">{words.allColumns(found.length === 1 ? (found[0]?.letter ?? '') : '')}</option>
        {chosen.columns.map(({ index, letter, header }) => (
          <option key={letter} value={String(index)}>
            {words.columnName(letter, header === '' ? words.noHeader : header)}
          </option>
        ))}
      </Select>
    </Field>
  );
};
