import { Field, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { onlyMunicipality, type Results } from '../../evaluation';
import { functionsFormId, useArrival, usePane } from '../hooks';
import { answerPlace, formulaNames, formulaOf, partsOf, takesPart } from '../result/formulas';
import type { Reading } from '../state/paneState';
import { PageLink } from './PageLink';
import { useCommonStyles } from './style';

interface FunctionsScreenProps {
  readonly results: Results;
  readonly reading: Reading;
}

/** 関数の挿入: a custom function over the answers of this workbook, ready for the selected cell; the button is in the footer. */
export const FunctionsScreen = ({ results, reading }: FunctionsScreenProps) => {
  const { actions, texts } = usePane();
  const { functions: words } = texts;
  const common = useCommonStyles();
  const heading = useArrival();
  const [name, choose] = useState<(typeof formulaNames)[number]>('SCORE');
  const [part, choosePart] = useState('');
  const place = useMemo(() => answerPlace(results, reading), [results, reading]);
  const takes = takesPart(name);
  const parts = partsOf(results.scheme).filter((one) => takes === 'any' || ['P', 'S'].includes(one.part));
  const chosen = takes === 'none' ? '' : parts.some((one) => one.part === part) ? part : (parts[0]?.part ?? '');
  const formula = formulaOf(name, chosen, results, place, onlyMunicipality(results)?.insured ?? null);
  return (
    <form
      id={functionsFormId}
      className={common.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (formula !== undefined) void actions.insertFormula(formula, place);
      }}
    >
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p className={common.quiet}>{words.hint}</p>
      <Field label={words.choose} size="small">
        <Select
          size="small"
          className={common.narrow}
          value={name}
          onChange={(_, { value }) => {
            choose(formulaNames.find((one) => one === value) ?? 'SCORE');
          }}
        >
          {formulaNames.map((one) => (
            <option key={one} value={one}>
              {`${one}　${words.names[one]}`}
            </option>
          ))}
        </Select>
      </Field>
      {takes !== 'none' && (
        <Field label={words.part} size="small">
          <Select
            size="small"
            className={common.narrow}
            value={chosen}
            onChange={(_, { value }) => {
              choosePart(value);
            }}
          >
            {parts.map((one) => (
              <option key={one.part} value={one.part} lang={one.part === '' ? undefined : 'ja'}>
                {one.part === '' ? words.whole : one.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <p className={common.quiet}>{words.formula}</p>
      <p className={formula === undefined ? common.text : `${common.text} ${common.cell}`} role="status">
        {formula ?? words.lacks}
      </p>
      <p className={common.quiet}>{words.elsewhere}</p>
      <p className={common.quiet}>
        <PageLink page="functions" />
      </p>
    </form>
  );
};
