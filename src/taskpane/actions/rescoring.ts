import type { Decision } from '../../answers';
import { ok, type AskedCell } from '../../problems';
import type { Scheme } from '../../schemes';
import type { Mapping } from '../mapping/mapping';
import type { Reading } from '../state/paneState';
import type { PaneStore } from '../state/store';
import type { Engine, PanePorts, TaskRunner } from './runTask';

/** What scores the workbook as it was read in another way, without asking Excel. */
export interface Rescoring {
  readonly remap: (mapping: Mapping) => Promise<void>;
  /** Settles doubts about these cells; a decision about the same cell is replaced. */
  readonly decide: (asked: readonly AskedCell[], judgement: Decision['judgement']) => Promise<void>;
  readonly takeBack: (decision: Decision) => Promise<void>;
}

export const rescoring = (ports: PanePorts, store: PaneStore, tasks: TaskRunner): Rescoring => {
  /** The reading by another mapping or other decisions; undefined where there is none yet, or something else is going on. */
  const readAs = async (mapping: Mapping, decisions: readonly Decision[] | undefined): Promise<Reading | undefined> => {
    const { inSlices, oneSlice, readingOf } = await ports.engine();
    const { reading } = store.state();
    if (reading === undefined || store.state().busy !== undefined) return undefined;
    const steps = readingOf(reading.content, mapping, undefined, decisions, ports.beside?.());
    // Nearly every workbook is read again in one slice, and the choice keeps the focus; of a nation the pane says that it is at work.
    const slice = oneSlice(steps);
    const read =
      slice.done === true
        ? slice.value
        : await tasks.run('read', async () => {
            store.send({ kind: 'progressed', stage: 'score', done: 0, total: 1 });
            await ports.pause();
            return ok(await inSlices(steps, ports.pause));
          });
    return read && { ...reading, ...read, changes: reading.changes };
  };

  const settle = async (
    change: (known: readonly Decision[], scheme: Scheme, engine: Engine) => readonly Decision[],
  ): Promise<void> => {
    const engine = await ports.engine();
    // A press while the workbook is read again waits for it: it is meant, and the doubt is still there afterwards.
    await whenIdle(store);
    const { reading, mapping, decisions: session } = store.state();
    if (reading?.outcome.ok !== true) return;
    const known = session ?? engine.decisionsIn(reading.content).decisions;
    const decisions = change(known, reading.outcome.value.scheme, engine);
    const read = await readAs(mapping, decisions);
    if (read !== undefined) store.send({ kind: 'decided', reading: read, decisions });
  };

  return {
    remap: async (mapping) => {
      const reading = await readAs(mapping, store.state().decisions);
      if (reading !== undefined) store.send({ kind: 'remapped', reading, mapping });
    },
    decide: (asked, judgement) => {
      const at = minuteOf(ports.now());
      return settle((known, scheme, { decisionOn }) => {
        const decided = asked.map((one) => decisionOn(scheme, one, judgement, { at }));
        return [...known.filter((one) => !decided.some((other) => isSameQuestion(one, other))), ...decided];
      });
    },
    takeBack: (decision) => settle((known) => known.filter((one) => !isSameQuestion(one, decision))),
  };
};

const whenIdle = (store: PaneStore): Promise<void> =>
  new Promise((resolve) => {
    if (store.state().busy === undefined) {
      resolve();
      return;
    }
    const stop = store.subscribe(() => {
      if (store.state().busy !== undefined) return;
      stop();
      resolve();
    });
  });

/** One cell may be taken as ○ or ×, and besides be accepted for another doubt. */
const isSameQuestion = (one: Decision, other: Decision): boolean =>
  one.sheet === other.sheet &&
  one.cell === other.cell &&
  (one.judgement === 'accepted') === (other.judgement === 'accepted');

/** 2026-11-27 21:10, by the clock of the computer. */
const minuteOf = (time: Date): string => {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
};
