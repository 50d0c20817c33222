import type { SettingField } from './settingField';
import { settingFields } from './settingFields';
import type { SettingsFileData } from './settingsFileSchema';
import type { FilledField } from './settingsForm';

/** The values of a settings file as fields of the form; an amount that is a number counts in yen. */
export const inAllFields = (data: SettingsFileData): readonly FilledField[] =>
  settingFields.flatMap((field) => {
    const value = values[field.key](data);
    return value === undefined
      ? []
      : [
          {
            field,
            value,
            unit: field.kind === 'money' && typeof value === 'number' ? '円' : null,
            place: { label: field.label },
          },
        ];
  });

/** Where each field of the form stands in the file. */
const values: Readonly<Record<SettingField['key'], (data: SettingsFileData) => string | number | undefined>> = {
  insured: ({ insured }) => insured,
  peers: ({ peers }) => peers?.join('、'),
  'notice.promotion': ({ notice }) => notice?.promotion,
  'notice.outcomeOriented': ({ notice }) => notice?.outcomeOriented,
  'notice.support': ({ notice }) => notice?.support,
  'required.promotion': ({ required }) => required?.promotion,
  'required.support': ({ required }) => required?.support,
  'lastYear.promotion': ({ lastYear }) => lastYear?.yen?.promotion,
  'lastYear.outcomeOriented': ({ lastYear }) => lastYear?.yen?.outcomeOriented,
  'lastYear.support': ({ lastYear }) => lastYear?.yen?.support,
  'lastYear.mostPoints': ({ lastYear }) => lastYear?.mostPoints,
  'thisYear.fiscalYear': ({ thisYear }) => thisYear?.fiscalYear,
  'thisYear.points.promotion': ({ thisYear }) => thisYear?.points?.promotion,
  'thisYear.points.support': ({ thisYear }) => thisYear?.points?.support,
  'thisYear.points.total': ({ thisYear }) => thisYear?.points?.total,
  'thisYear.nationalRank': ({ thisYear }) => thisYear?.nationalRank,
  'thisYear.nationalRank.promotion': ({ thisYear }) => thisYear?.grantRanks?.promotion?.national,
  'thisYear.nationalRank.support': ({ thisYear }) => thisYear?.grantRanks?.support?.national,
  'thisYear.prefectureRank': ({ thisYear }) => thisYear?.prefectureRank,
  'thisYear.prefectureRank.promotion': ({ thisYear }) => thisYear?.grantRanks?.promotion?.prefecture,
  'thisYear.prefectureRank.support': ({ thisYear }) => thisYear?.grantRanks?.support?.prefecture,
  'thisYear.prefectureTop': ({ thisYear }) => thisYear?.prefectureTop,
  'thisYear.top.name': ({ thisYear }) => thisYear?.top?.name,
  'thisYear.top.points': ({ thisYear }) => thisYear?.top?.points,
  'lastYear.fiscalYear': ({ lastYear }) => lastYear?.fiscalYear,
  'lastYear.points.promotion': ({ lastYear }) => lastYear?.points?.promotion,
  'lastYear.points.support': ({ lastYear }) => lastYear?.points?.support,
  'lastYear.points.total': ({ lastYear }) => lastYear?.points?.total,
  'lastYear.nationalRank': ({ lastYear }) => lastYear?.nationalRank,
  'lastYear.nationalRank.promotion': ({ lastYear }) => lastYear?.grantRanks?.promotion?.national,
  'lastYear.nationalRank.support': ({ lastYear }) => lastYear?.grantRanks?.support?.national,
  'lastYear.prefectureRank': ({ lastYear }) => lastYear?.prefectureRank,
  'lastYear.prefectureRank.promotion': ({ lastYear }) => lastYear?.grantRanks?.promotion?.prefecture,
  'lastYear.prefectureRank.support': ({ lastYear }) => lastYear?.grantRanks?.support?.prefecture,
  'lastYear.prefectureTop': ({ lastYear }) => lastYear?.prefectureTop,
  'lastYear.top.name': ({ lastYear }) => lastYear?.top?.name,
  'lastYear.top.points': ({ lastYear }) => lastYear?.top?.points,
  'place.name': ({ place }) => place?.name,
  'place.prefecture': ({ place }) => place?.prefecture,
  'nation.mean': ({ nation }) => nation?.mean,
  'prefecture.mean': ({ prefecture }) => prefecture?.mean,
  'prefecture.count': ({ prefecture }) => prefecture?.count,
  'amountRank.national': ({ amountRank }) => amountRank?.national,
  'amountRank.withoutDesignated': ({ amountRank }) => amountRank?.withoutDesignated,
  'document.number': ({ document }) => document?.number,
  'document.date': ({ document }) => document?.date,
  'document.meeting': ({ document }) => document?.meeting,
  'document.department': ({ document }) => document?.department,
  'document.amountWord': ({ document }) => document?.amountWord,
};
