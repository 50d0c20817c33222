import { createRoot } from 'react-dom/client';
import { textsOf } from '../taskpane';
import type { FileWork } from '../workbook/file';
import { WorkbenchRoot } from './components/WorkbenchRoot';
import { workbench } from './state/workbench';
import { workbenchTexts } from './texts';
import { remoteWork } from './work/remoteWork';
import { embedded } from './embedded';

const place = document.getElementById('page');
if (place === null) throw new Error('main: the page has no #page');

const after = (milliseconds: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

const mount = async (): Promise<void> => {
  const paneTexts = await textsOf(new URLSearchParams(window.location.search).get('lang') ?? navigator.language);
  const texts = workbenchTexts(paneTexts.language);
  document.documentElement.lang = paneTexts.language;
  document.title = texts.title;
  document.addEventListener('click', embedded.openManual);
  const bench = workbench({
    work: await workHere(),
    sampleBook: embedded.sample,
    download: ({ name, bytes }) => {
      const address = URL.createObjectURL(new Blob([bytes.slice()]));
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      after(60_000, () => {
        URL.revokeObjectURL(address);
      });
    },
    saved: texts.saved,
    now: () => new Date(),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    after,
    // The browser's own log is the support log; nothing is sent anywhere.
    onBug: (error) => {
      reportError(error);
    },
  });
  createRoot(place).render(<WorkbenchRoot bench={bench} texts={texts} paneTexts={paneTexts} />);
};

/** In a thread of its own; where the browser allows none, on the page, which does not answer meanwhile. */
const workHere = async (): Promise<FileWork> => {
  try {
    embedded.worker().terminate();
    return remoteWork({ start: embedded.worker, after });
  } catch {
    return (await import('./work/fileWork')).fileWork;
  }
};

void mount();
