import type { SettingPath } from '../../settings';
import type { FigureSource } from '../../workbook';
import type { CouncilFacts } from '../council';
import { fromSettings } from '../sources';

/** Where a value stands that the settings tell; undefined without settings. Only for a value that was told. */
export const toldSource = ({ settings }: CouncilFacts, path: SettingPath): FigureSource | undefined =>
  settings === undefined ? undefined : fromSettings(settings, path);
