import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { OutsideExcel, PaneRoot } from './components/PaneRoot';
import { openPane } from './openPane';
import { textsOf } from './texts';

/** Long enough for the first screen to be painted. */
const preloadAfter = 300;

const place = document.getElementById('pane');
if (place === null) throw new Error('main: the page has no #pane');

/** Takes the place of the page's own words. */
const show = (what: ReactNode): void => {
  createRoot(place).render(what);
};

const mountPane = async (): Promise<void> => {
  const texts = await textsOf(Office.context.displayLanguage);
  document.documentElement.lang = texts.language;
  const record = new URLSearchParams(window.location.search).get('record');
  // Before anything is asked of Excel, so that all of it is recorded.
  if (record !== null) (await import('./record')).startRecording(texts.language, record === 'text');
  const { store, actions } = openPane();
  // The engine follows the first screen; then the workbook is looked at, which asks for nothing and writes nothing.
  setTimeout(() => {
    void import('./components/ChosenScreen');
    // A browser that keeps nothing for us shows 結果 next time.
    void import('./viewMemory')
      .then(async ({ browserViews, rememberView }) => {
        rememberView(store, Office.context.document.url, await browserViews());
      })
      .catch(() => undefined);
    void actions.open();
  }, preloadAfter);
  show(<PaneRoot store={store} actions={actions} texts={texts} office={officeLook()} />);
};

/** Undefined on the web, whatever the types say (office-js #6134). */
const officeLook = (): { readonly isDarkTheme?: boolean } | undefined => {
  const { officeTheme }: { readonly officeTheme?: { readonly isDarkTheme?: boolean } } = Office.context;
  return officeTheme;
};

if ('Office' in window) {
  // Until then the page's own words stay, and after eight seconds its notice: on a slow line Excel is ready later still.
  void Office.onReady(async ({ host }) => {
    // The type promises a host; in a plain browser there is none (rules/excel.md#platforms).
    if (String(host) === String(Office.HostType.Excel)) await mountPane();
    else show(<OutsideExcel texts={await textsOf(navigator.language)} />);
  });
} else {
  // The static text of the page already says that the library did not come, and what to do; it appears at once.
  document.documentElement.classList.add('without-office');
}
