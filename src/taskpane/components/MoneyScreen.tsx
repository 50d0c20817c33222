import { Button, Field, Input } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Results } from '../../evaluation';
import { settingsForm } from '../../report';
import {
  lastYearGoalFields,
  nothingEntered,
  programmeLines,
  settingCells,
  settingFields,
  settingsSheetIn,
  type SettingPath,
} from '../../settings';
import type { WorkbookContent } from '../../workbook';
import { moneyFormId, useArrival, usePane } from '../hooks';
import { enteredUse } from '../result/enteredUse';
import { ProgrammeRows } from './ProgrammeRows';
import { useCommonStyles } from './style';
import { Unfolding } from './Unfolding';

/** What changes the figures of 結果 and the papers most; the other settings stand on the sheet. */
const asked: readonly SettingPath[] = [
  'insured',
  'notice.promotion',
  'notice.outcomeOriented',
  'notice.support',
  'lastYear.fiscalYear',
  'lastYear.yen.promotion',
  'lastYear.yen.support',
  'lastYear.points.promotion',
  'lastYear.points.support',
  'lastYear.points.total',
  'lastYear.nationalRank',
  'lastYear.prefectureRank',
  'peers',
];

/** Folded: whoever has last year's answers on a sheet needs none of them. */
const goals: readonly SettingPath[] = lastYearGoalFields.map(({ path }) => path);

interface MoneyScreenProps {
  readonly results: Results;
  readonly content: WorkbookContent;
}

/** 金額の入力: kept on the sheet 設定 of the workbook, which the command line reads too. */
export const MoneyScreen = ({ results, content: { sheets } }: MoneyScreenProps) => {
  const { state, actions, texts } = usePane();
  const { money: words } = texts;
  const common = useCommonStyles();
  const heading = useArrival();
  const { entered = nothingEntered } = state;
  const cells = useMemo(() => settingCells(sheets), [sheets]);
  const standing = useMemo(() => programmeLines(sheets), [sheets]);
  const sheet = useMemo(() => settingsSheetIn(sheets) ?? blankSheet(), [sheets]);
  const { fiscalYear } = results.scheme;
  const use = useMemo(() => enteredUse(fiscalYear, sheet, entered), [fiscalYear, sheet, entered]);
  const told = (path: SettingPath): string => {
    const value = entered.fields.get(path) ?? cells?.get(path)?.value ?? null;
    return value === null ? '' : String(value);
  };
  const row = ({ path, label, unit }: (typeof settingFields)[number]) => {
    const beside = cells?.get(path)?.unit ?? '';
    return (
      <Field key={path} label={<span lang="ja">{label}</span>} size="small">
        <Input
          className={common.line}
          size="small"
          value={told(path)}
          contentAfter={<span lang="ja">{beside === '' ? unit : beside}</span>}
          onChange={(_, { value }) => {
            actions.enterSettings({ ...entered, fields: new Map([...entered.fields, [path, value]]) });
          }}
        />
      </Field>
    );
  };
  return (
    <form
      id={moneyFormId}
      className={common.section}
      onSubmit={(event) => {
        event.preventDefault();
        void actions.tellSettings();
      }}
    >
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p className={common.quiet}>{words.hint}</p>
      {settingFields.filter(({ path }) => asked.includes(path)).map(row)}
      <Unfolding line={words.goals} open={goals.some((path) => told(path) !== '')}>
        <p className={common.quiet}>{words.goalsHint}</p>
        {settingFields.filter(({ path }) => goals.includes(path)).map(row)}
      </Unfolding>
      <ProgrammeRows
        year={fiscalYear}
        lines={entered.programmes?.lines ?? standing}
        change={(lines) => {
          const before = entered.programmes?.before ?? standing;
          actions.enterSettings({ ...entered, programmes: { lines, before } });
        }}
        {...use}
      />
      {cells !== undefined && (
        <div className={common.actions}>
          <Button type="button" onClick={() => void actions.jumpTo({ sheet: sheet.name })}>
            {words.openSheet}
          </Button>
        </div>
      )}
    </form>
  );
};

/** What is added where there is no sheet 設定. */
const blankSheet = () => {
  const { name, rows } = settingsForm();
  return { name, grid: rows.map((row) => row.map(({ value }) => value)) };
};
