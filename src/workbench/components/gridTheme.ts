import { useSyncExternalStore } from 'react';
import { useDarkTheme } from '../../taskpane';

/** The colours of the grid, which is painted and takes none from a style sheet. */
type GridColours = Readonly<Record<string, string>>;

const fontFamily = "'Yu Gothic UI', 'Meiryo UI', Meiryo, 'BIZ UDPGothic', 'Noto Sans CJK JP', sans-serif";

const light: GridColours = { fontFamily, accentColor: '#0f6cbd', accentLight: '#ebf3fc', textMedium: '#424242' };

const dark: GridColours = {
  fontFamily,
  accentColor: '#479ef5',
  accentLight: '#0c3b5e',
  accentFg: '#000000',
  textDark: '#ffffff',
  textMedium: '#d6d6d6',
  textLight: '#adadad',
  textHeader: '#d6d6d6',
  textHeaderSelected: '#000000',
  bgCell: '#292929',
  bgCellMedium: '#333333',
  bgHeader: '#1f1f1f',
  bgHeaderHasFocus: '#3d3d3d',
  bgHeaderHovered: '#333333',
  borderColor: '#525252',
  horizontalBorderColor: '#525252',
};

/** The colours a person chose for everything. */
const forced: GridColours = {
  fontFamily,
  accentColor: 'Highlight',
  accentFg: 'HighlightText',
  accentLight: 'Canvas',
  textDark: 'CanvasText',
  textMedium: 'CanvasText',
  textLight: 'CanvasText',
  textHeader: 'CanvasText',
  textHeaderSelected: 'HighlightText',
  bgCell: 'Canvas',
  bgCellMedium: 'Canvas',
  bgHeader: 'Canvas',
  bgHeaderHasFocus: 'Canvas',
  bgHeaderHovered: 'Canvas',
  borderColor: 'CanvasText',
  horizontalBorderColor: 'CanvasText',
};

export const useGridTheme = (): GridColours => {
  const isDark = useDarkTheme(undefined);
  const isForced = useSyncExternalStore(listen, () => window.matchMedia(query).matches);
  return isForced ? forced : isDark ? dark : light;
};

const query = '(forced-colors: active)';

const listen = (listener: () => void): (() => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => {
    media.removeEventListener('change', listener);
  };
};
