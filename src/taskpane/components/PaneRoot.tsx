import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { Component, useRef, type ReactNode } from 'react';
import type { PaneActions } from '../actions/paneActions';
import { PaneContext, useDarkTheme, usePaneState, type OfficeLook } from '../hooks';
import type { PaneStore } from '../state/store';
import type { PaneTexts } from '../texts';
import { Pane } from './Pane';

/** Fonts that are on Japanese PCs; Segoe UI has no kanji of its own. */
const fontFamilyBase =
  "'Yu Gothic UI', 'Meiryo UI', Meiryo, 'BIZ UDPGothic', 'Hiragino Sans', 'Noto Sans CJK JP', 'Segoe UI', sans-serif";
const light = { ...webLightTheme, fontFamilyBase };
const dark = { ...webDarkTheme, fontFamilyBase };

interface PaneRootProps {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly texts: PaneTexts;
  readonly office?: OfficeLook | undefined;
}

/** The pane with its theme, its words and its state; what fails while it is drawn is said, not left blank. */
export const PaneRoot = ({ store, actions, texts, office }: PaneRootProps) => {
  const state = usePaneState(store);
  const arrivedAt = useRef(`${state.screen} `);
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

interface CrashScreenProps {
  readonly texts: PaneTexts;
  readonly children: ReactNode;
}

/** Shown instead of a blank pane when drawing fails; React asks for a class here. */
class CrashScreen extends Component<CrashScreenProps, { readonly crashed: boolean }> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    const { children, texts } = this.props;
    if (!this.state.crashed) return children;
    return (
      <main role="alert">
        <h1>{texts.title}</h1>
        <p>{texts.fault.crashed}</p>
        <p>{texts.fault.reload}</p>
        <p>
          <a href="trouble.html" target="_blank" rel="noreferrer">
            {texts.pages.trouble}
          </a>
        </p>
      </main>
    );
  }
}

/** The page was opened outside Excel: says so, and names what works there. */
export const OutsideExcel = ({ texts: { outside } }: { readonly texts: PaneTexts }) => (
  <main className="notice">
    <h1>{outside.heading}</h1>
    <p>{outside.text}</p>
    <p>{outside.hint}</p>
  </main>
);
