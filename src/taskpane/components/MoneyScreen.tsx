import { Button, Field, Input } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { settingCells, settingFields, type SettingPath } from '../../settings';
import type { WorkbookContent } from '../../workbook';
import { moneyFormId, useArrival, usePane } from '../hooks';
import { useCommonStyles } from './style';

/** What changes the figures of 結果 and the papers most; the other settings stand on the sheet. */
const asked: readonly SettingPath[] = [
  'insured',
  'notice.promotion',
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

/** 金額の入力: kept on the sheet 設定 of the workbook, which the command line reads too. */
export const MoneyScreen = ({ content }: { readonly content: WorkbookContent }) => {
  const { actions, texts } = usePane();
  const { money: words } = texts;
  const common = useCommonStyles();
  const heading = useArrival();
  const cells = useMemo(() => settingCells(content.sheets), [content]);
  const [entered, enter] = useState<ReadonlyMap<string, string>>(new Map());
  const sheet = cells?.values().next().value?.sheet;
  return (
    <form
      id={moneyFormId}
      className={common.section}
      onSubmit={(event) => {
        event.preventDefault();
        void actions.tellSettings(entered).then((written) => {
          // What could not be written stays in its field.
          enter((now) => new Map([...now].filter(([path, text]) => !written.has(path) || entered.get(path) !== text)));
        });
      }}
    >
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p className={common.quiet}>{words.hint}</p>
      {settingFields
        .filter(({ path }) => asked.includes(path))
        .map(({ path, label, unit }) => {
          const known = cells?.get(path);
          const standing = known === undefined || known.value === null ? '' : String(known.value);
          return (
            <Field key={path} label={<span lang="ja">{label}</span>} size="small">
              <Input
                size="small"
                value={entered.get(path) ?? standing}
                contentAfter={<span lang="ja">{known === undefined || known.unit === '' ? unit : known.unit}</span>}
                onChange={(_, { value }) => {
                  enter(new Map([...entered, [path, value]]));
                }}
              />
            </Field>
          );
        })}
      <div className={common.actions}>
        {sheet !== undefined && (
          <Button type="button" onClick={() => void actions.jumpTo({ sheet })}>
            {words.openSheet}
          </Button>
        )}
      </div>
      <p className={common.quiet}>{words.programmes}</p>
    </form>
  );
};
