import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type MutableRefObject,
  type RefObject,
} from 'react';
import type { PaneActions } from './actions/paneActions';
import type { PaneState } from './state/paneState';
import type { PaneStore } from './state/store';
import type { PaneTexts } from './texts';

/** What every part of the pane may look at and do. */
interface PaneView {
  readonly state: PaneState;
  readonly actions: PaneActions;
  readonly texts: PaneTexts;
  /** The screen the person is at; survives the screens themselves. */
  readonly arrivedAt: MutableRefObject<string>;
}

export const PaneContext = createContext<PaneView | undefined>(undefined);

/** The pane this part stands in. */
export const usePane = (): PaneView => {
  const view = useContext(PaneContext);
  if (view === undefined) throw new Error('usePane: used outside the pane');
  return view;
};

/** The state of a store, up to date. */
export const usePaneState = (store: PaneStore): PaneState => useSyncExternalStore(store.subscribe, store.state);

/** The one primary action of a screen, in the footer. */
export const primaryId = 'primary-action';

/** The forms of 金額の入力 and 関数の挿入, which the footer submits. */
export const moneyFormId = 'money-form';
export const functionsFormId = 'functions-form';

/** Does what a form is for, as its own button would. */
export const submitForm = (id: string): void => {
  document.querySelector<HTMLFormElement>(`#${id}`)?.requestSubmit();
};

/** Where the focus goes when the button that had it is gone. */
export const focusPrimary = (): void => {
  document.getElementById(primaryId)?.focus();
};

/**
 * The heading of a screen; it takes the focus when the pane opened the screen by itself. Who chose the screen with a tab
 * stays on the tab, and the first screen takes no focus from Excel. While it has the focus it is in the order of Tab:
 * office.js on the web looks the focused element up there, and leaves the pane where it does not find it
 * (rules/excel.md#keyboard).
 */
export const useArrival = (): RefObject<HTMLHeadingElement> => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, arrivedAt } = usePane();
  const here = `${state.screen} ${String(state.municipality ?? '')}`;
  useEffect(() => {
    if (arrivedAt.current === here) return;
    arrivedAt.current = here;
    const { current } = heading;
    if (current === null || document.activeElement?.hasAttribute('data-step') === true) return;
    current.tabIndex = 0;
    current.addEventListener(
      'blur',
      () => {
        current.tabIndex = -1;
      },
      { once: true },
    );
    current.focus();
  }, [here, arrivedAt]);
  return heading;
};

/** A list in which ↑ ↓ Home End move between the buttons and Tab leaves it. */
interface ArrowKeys<T extends HTMLElement> {
  readonly list: RefObject<T>;
  /** 0 for the one button that Tab reaches. */
  readonly tabIndexOf: (place: number) => 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (place: number) => void;
  /** Moves the focus to the row that now stands there, or to the last. */
  readonly focusAt: (place: number) => void;
}

export const useArrowKeys = <T extends HTMLElement>(count: number): ArrowKeys<T> => {
  const list = useRef<T>(null);
  const [chosen, choose] = useState(0);
  const current = Math.min(chosen, Math.max(0, count - 1));
  return {
    list,
    tabIndexOf: (place) => (place === current ? 0 : -1),
    onFocus: choose,
    focusAt: (place) => {
      const rows = list.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [];
      if (rows.length === 0) focusPrimary();
      else rows[Math.min(place, rows.length - 1)]?.focus();
    },
    onKeyDown: (event) => {
      const next = nextPlace(event.key, current, count);
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
      list.current?.querySelectorAll<HTMLElement>('[data-place]')[next]?.focus();
    },
  };
};

const nextPlace = (key: string, current: number, count: number): number | undefined => {
  if (key === 'ArrowDown') return Math.min(count - 1, current + 1);
  if (key === 'ArrowUp') return Math.max(0, current - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
};

/** What Office says of its theme; absent on the web (office-js #6134). */
export interface OfficeLook {
  readonly isDarkTheme?: boolean;
}

const query = '(prefers-color-scheme: dark)';

/** Dark when Office is, or when Office does not say and the computer is. */
export const useDarkTheme = (office: OfficeLook | undefined): boolean => {
  const preferred = useSyncExternalStore(listen, () => window.matchMedia(query).matches);
  return office?.isDarkTheme ?? preferred;
};

const listen = (listener: () => void): (() => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => {
    media.removeEventListener('change', listener);
  };
};
