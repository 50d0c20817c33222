import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useRef } from 'react';
import type { PaneActions } from '../actions';
import { PaneContext, useDarkTheme, usePaneState, type OfficeLook } from '../hooks';
import type { PaneStore } from '../state';
import type { PaneTexts } from '../texts';
import { CrashScreen } from './CrashScreen';
import { Pane } from './Pane';

/** Fonts that are on Japanese PCs; Segoe UI has no kanji of its own. */
const fontFamilyBase =
  "'Yu Gothic UI', 'Meiryo UI', Meiryo, 'BIZ UDPGothic', 'Hiragino Sans', 'Noto Sans CJK JP', 'Segoe UI', sans-serif";
const light = { ...webLightTheme, fontFamilyBase };
const dark = { ...webDarkTheme, fontFamilyBase };

export interface PaneRootProps {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly texts: PaneTexts;
  readonly office?: OfficeLook | undefined;
}

/** The pane with its theme, its words and its state; what fails while it is drawn is said, not left blank. */
export const PaneRoot = ({ store, actions, texts, office }: PaneRootProps) => {
  const state = usePaneState(store);
  const arrivedAt = useRef(state.screen);
  const isDark = useDarkTheme(office);
  return (
    <CrashScreen texts={texts}>
      <FluentProvider theme={isDark ? dark : light}>
        <PaneContext.Provider value={{ state, actions, texts, arrivedAt }}>
          <Pane />
        </PaneContext.Provider>
      </FluentProvider>
    </CrashScreen>
  );
};
