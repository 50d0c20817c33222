import { municipalitiesOf } from '../evaluation';
import { criterionIndexOf } from '../schemes';
import type { PaneState, Screen, Tab, TownColumn } from './state/paneState';
import type { PaneStore } from './state/store';
import { indexesOf } from './state/keptPlan';
import { subjectOf } from './state/trying';

const tabs: ReadonlySet<Screen> = new Set<Tab>(['result', 'check', 'papers', 'plan']);
const columns: ReadonlySet<string> = new Set<TownColumn>(['rank', 'name', 'points', 'prefecture', 'checks', 'yen']);

/** What keeps texts under a key, as the browser does. */
export interface ViewStorage {
  readonly get: (key: string) => string | null | undefined;
  readonly set: (key: string, text: string) => void;
}

/**
 * Keeps what a person looks at and has on trial while Excel is open, so that a pane that is closed and opened again shows it
 * once its workbook was read again. `of` names the workbook: nothing is kept of one without a name, since all of them
 * would be one, and what is on trial comes back only for the very municipality and rules. Criteria are kept by their ids;
 * of the workbook itself nothing is.
 */
export const rememberView = (store: PaneStore, of: string, views: ViewStorage): void => {
  if (of === '') return;
  const before = readView(views.get(of));
  let kept: string | undefined;
  let isRecalled = false;
  const look = (): void => {
    const state = store.state();
    if (!isRecalled) {
      if (state.reading?.outcome.ok !== true || state.screen === 'opening' || state.busy !== undefined) return;
      isRecalled = true;
      if (before !== undefined) store.send(recalling(state, before));
      return;
    }
    const text = viewText(state);
    if (text === undefined || text === kept) return;
    kept = text;
    views.set(of, text);
  };
  store.subscribe(look);
  look();
};

/** The storage of the archived office-js-helpers, which comes after the first screen: it is larger than what it saves. */
export const browserViews = async (): Promise<ViewStorage> => {
  const { Storage, StorageType } = await import('@microsoft/office-js-helpers');
  return new Storage<string>('incentive-view', StorageType.SessionStorage);
};

/** As it is stored; criteria by their ids. */
interface KeptView {
  readonly tab: Screen;
  readonly subject: string;
  /** One of several municipalities was looked at. */
  readonly isOpen: boolean;
  readonly trial: readonly string[];
  readonly goal: string;
  readonly a: readonly string[] | undefined;
  readonly b: readonly string[] | undefined;
  readonly sought: string;
  readonly column: TownColumn;
  readonly scrolled: number;
}

const viewText = (state: PaneState): string | undefined => {
  const { reading, screen, subject = '', municipality, trial, goal, plans, towns } = state;
  if (reading?.outcome.ok !== true || !tabs.has(screen)) return undefined;
  const { all } = criterionIndexOf(reading.outcome.value.scheme);
  const ids = (chosen: ReadonlySet<number> | undefined): readonly string[] | undefined =>
    chosen && [...chosen].map((index) => all[index]?.criterion.id ?? '');
  const view: KeptView = {
    tab: screen,
    subject,
    isOpen: municipality !== undefined,
    trial: ids(trial) ?? [],
    goal,
    a: ids(plans.a),
    b: ids(plans.b),
    ...towns,
  };
  return JSON.stringify(view);
};

const recalling = ({ reading }: PaneState, view: KeptView): Parameters<PaneStore['send']>[0] => {
  const results = reading?.outcome.ok === true ? reading.outcome.value : undefined;
  if (results === undefined) throw new Error('recalling: nothing was scored');
  const towns = municipalitiesOf(results);
  const at = towns.findIndex((town) => subjectOf(results, town) === view.subject);
  const setOf = (ids: readonly string[] | undefined): ReadonlySet<number> | undefined =>
    ids && new Set(indexesOf(results, at < 0 ? [] : ids));
  const [a, b] = [setOf(view.a), setOf(view.b)];
  return {
    kind: 'recalled',
    screen: view.tab,
    municipality: view.isOpen && at >= 0 ? at : undefined,
    trying:
      at < 0
        ? { trial: new Set(), goal: '', plans: {} }
        : { trial: setOf(view.trial) ?? new Set(), goal: view.goal, plans: { ...(a && { a }), ...(b && { b }) } },
    towns: { sought: view.sought, column: view.column, scrolled: view.scrolled },
  };
};

/** What was stored; undefined for anything else. */
const readView = (text: string | null | undefined): KeptView | undefined => {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    return isView(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
};

const isView = (kept: unknown): kept is KeptView => {
  if (typeof kept !== 'object' || kept === null) return false;
  const { tab, subject, isOpen, trial, goal, a, b, sought, column, scrolled } = kept as Record<string, unknown>;
  return (
    [...tabs].some((one) => one === tab) &&
    [subject, goal, sought].every((one) => typeof one === 'string') &&
    typeof isOpen === 'boolean' &&
    areIds(trial) &&
    [a, b].every((ids) => ids === undefined || areIds(ids)) &&
    typeof column === 'string' &&
    columns.has(column) &&
    typeof scrolled === 'number'
  );
};

const areIds = (ids: unknown): boolean => Array.isArray(ids) && ids.every((id) => typeof id === 'string');
