import { settingFields, type SettingField } from './settingFields';
import type { SettingsFileData } from './settingsFileSchema';
import type { FilledField } from './settingsForm';

/** The values of a settings file as fields of the form; an amount that is a number counts in yen. */
export const inAllFields = (data: SettingsFileData): readonly FilledField[] =>
  settingFields.flatMap((field) => {
    const value = valueOf(field.key, data);
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

const valueOf = (
  key: SettingField['key'],
  { insured, notice, required, lastYear, document }: SettingsFileData,
): string | number | undefined => {
  switch (key) {
    case 'insured':
      return insured;
    case 'notice.promotion':
      return notice?.promotion;
    case 'notice.outcomeOriented':
      return notice?.outcomeOriented;
    case 'notice.support':
      return notice?.support;
    case 'required.promotion':
      return required?.promotion;
    case 'required.support':
      return required?.support;
    case 'lastYear.fiscalYear':
      return lastYear?.fiscalYear;
    case 'lastYear.promotion':
      return lastYear?.yen?.promotion;
    case 'lastYear.outcomeOriented':
      return lastYear?.yen?.outcomeOriented;
    case 'lastYear.support':
      return lastYear?.yen?.support;
    case 'lastYear.points.promotion':
      return lastYear?.points?.promotion;
    case 'lastYear.points.support':
      return lastYear?.points?.support;
    case 'lastYear.points.total':
      return lastYear?.points?.total;
    case 'lastYear.mostPoints':
      return lastYear?.mostPoints;
    case 'lastYear.nationalRank':
      return lastYear?.nationalRank;
    case 'lastYear.prefectureRank':
      return lastYear?.prefectureRank;
    case 'document.number':
      return document?.number;
    case 'document.meeting':
      return document?.meeting;
    case 'document.department':
      return document?.department;
  }
};
