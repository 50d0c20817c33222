import { settingFields, type Programme, type SettingPath, type Settings } from '../../settings';
import type { FigureSource } from '../../workbook';

/** A value a person told, with its cell in the sheet 設定; a settings file has no cells. */
export const fromSettings = ({ places }: Pick<Settings, 'places'>, path: SettingPath): FigureSource => {
  const place = places.get(path);
  const label = settingFields.find((field) => field.path === path)?.label ?? path;
  return place === undefined
    ? { kind: 'told', text: `設定ファイルの「${label}」の値です。` }
    : { kind: 'told', text: `設定シートの「${label}」に入力された値です。`, place };
};

/** The programmes a person told; the place is the name of the first. Undefined where there are none. */
export const fromProgrammes = ([first]: readonly Programme[]): FigureSource | undefined => {
  if (first === undefined) return undefined;
  const { sheet, nameCell } = first;
  return sheet === undefined || nameCell === undefined
    ? { kind: 'told', text: '設定ファイルの「使途の表」の事業です。' }
    : {
        kind: 'told',
        text: '設定シートの「使途の表」に入力された事業です。',
        place: { sheet, cell: nameCell },
      };
};
