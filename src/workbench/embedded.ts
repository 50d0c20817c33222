/*
 * What lies beside the page on a server, and inside it where the page is one file: the thread that works, and the sample.
 */

const textOf = (id: string): string | undefined => document.getElementById(id)?.textContent ?? undefined;

const worker = (): Worker => {
  const source = textOf('embedded-worker');
  if (source === undefined) return new Worker('worker.js');
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const started = new Worker(address);
  URL.revokeObjectURL(address);
  return started;
};

const sample = async (): Promise<Uint8Array> => {
  const inBase64 = textOf('embedded-sample');
  if (inBase64 === undefined) return new Uint8Array(await (await fetch('sample.xlsx')).arrayBuffer());
  return Uint8Array.from(atob(inBase64.trim()), (letter) => letter.charCodeAt(0));
};

/** A page of the manual, shown beside this one where it lies inside it. */
const openManual = (event: MouseEvent): void => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const [, name] = /^([a-z]+)\.html$/.exec(link?.getAttribute('href') ?? '') ?? [];
  const page = name === undefined ? undefined : textOf(`embedded-${name}`);
  if (page === undefined) return;
  event.preventDefault();
  window.open(URL.createObjectURL(new Blob([page], { type: 'text/html' })), '_blank');
};

export const embedded = { worker, sample, openManual };
