import { createRoot } from 'react-dom/client';
import { OutsideExcel, PaneRoot } from './components/PaneRoot';
import { openPane } from './openPane';
import { textsOf } from './texts';

/** Longer than this and Office.onReady is not coming (rules/excel.md#waiting, blank pane). */
const readyWithin = 8000;

/** Long enough for the first screen to be painted. */
const preloadAfter = 300;

const place = document.getElementById('pane');
if (place === null) throw new Error('main: the page has no #pane');
const browserTexts = textsOf(navigator.language);

const mountOutside = (): void => {
  createRoot(place).render(<OutsideExcel texts={browserTexts} />);
};

const mountPane = (): void => {
  const texts = textsOf(Office.context.displayLanguage);
  document.documentElement.lang = texts.language;
  const { store, actions } = openPane();
  // The engine follows the first screen, so that it is there when 採点 is pressed.
  setTimeout(() => {
    void import('./components/ChosenScreen');
    void import('./components/Charts');
    void import('./actions/engine');
  }, preloadAfter);
  createRoot(place).render(<PaneRoot store={store} actions={actions} texts={texts} office={officeLook()} />);
};

/** Undefined on the web, whatever the types say (office-js #6134). */
const officeLook = (): { readonly isDarkTheme?: boolean } | undefined => {
  const { officeTheme }: { readonly officeTheme?: { readonly isDarkTheme?: boolean } } = Office.context;
  return officeTheme;
};

if ('Office' in window) {
  let settled = false;
  const watchdog = setTimeout(() => {
    settled = true;
    mountOutside();
  }, readyWithin);
  void Office.onReady(({ host }) => {
    if (settled) return;
    clearTimeout(watchdog);
    // The type promises a host; in a plain browser there is none (rules/excel.md#platforms).
    if (String(host) === String(Office.HostType.Excel)) mountPane();
    else mountOutside();
  });
} else {
  // The static text of the page already says that the library did not come, and what to do; it appears at once.
  document.documentElement.classList.add('without-office');
}
