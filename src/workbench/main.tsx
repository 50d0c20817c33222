import { createRoot } from 'react-dom/client';
import { fileProblem } from '../problems';
import { textsOf } from '../taskpane';
import type { FileWork } from '../workbook/file';
import { WorkbenchRoot } from './components/WorkbenchRoot';
import { workbench } from './state/workbench';
import { workbenchTexts } from './texts';
import { firstAnswer, type FirstAnswer } from './work/firstAnswer';
import { remoteWork } from './work/remoteWork';
import { embedded } from './embedded';

const place = document.getElementById('page');
if (place === null) throw new Error('main: the page has no #page');

/**
 * Lets the page paint and take a press. By a message: a timer waits 4 ms each time from the fifth on, and a national table took
 * 1.5 times as long as its reading, not 1.2 times.
 */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

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
  const thread = firstAnswer(embedded.worker, after);
  const bench = workbench({
    work: workBy(thread),
    whenSlow: thread.then((answer) => (answer === 'silent' ? fileProblem('thread-never-answers', {}) : undefined)),
    sampleBook: embedded.sample,
    download: ({ name, bytes }) => {
      const address = URL.createObjectURL(new Blob([bytes.slice()]));
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      after(60_000, () => {
        URL.revokeObjectURL(address);
      });
    },
    saved: texts.saved,
    written: texts.written,
    now: () => new Date(),
    pause,
    after,
    // The browser's own log is the support log; nothing is sent anywhere.
    onBug: (error) => {
      reportError(error);
    },
  });
  createRoot(place).render(<WorkbenchRoot bench={bench} texts={texts} paneTexts={paneTexts} />);
};

/** In a thread of its own; where the browser gives none, on the page, which reads in slices. */
const workBy = (thread: Promise<FirstAnswer>): FileWork => {
  const chosen = thread.then(async (answer) =>
    answer === 'answers'
      ? remoteWork({ start: embedded.worker, after })
      : (await import('./work/fileWork')).fileWorkHere(pause),
  );
  return {
    read: async (...given) => (await chosen).read(...given),
    refresh: async (...given) => (await chosen).refresh(...given),
    enter: async (...given) => (await chosen).enter(...given),
    create: async (...given) => (await chosen).create(...given),
    settings: async (...given) => (await chosen).settings(...given),
    looks: async (...given) => (await chosen).looks(...given),
    keep: async (...given) => (await chosen).keep(...given),
  };
};

void mount();
