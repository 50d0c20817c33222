import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** A list in which ↑ ↓ Home End move between the buttons and Tab leaves it. */
export interface ArrowKeys<T extends HTMLElement> {
  readonly list: RefObject<T>;
  /** 0 for the one button that Tab reaches. */
  readonly tabIndexOf: (place: number) => 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (place: number) => void;
}

export const useArrowKeys = <T extends HTMLElement>(count: number): ArrowKeys<T> => {
  const list = useRef<T>(null);
  const [chosen, choose] = useState(0);
  const current = Math.min(chosen, Math.max(0, count - 1));
  return {
    list,
    tabIndexOf: (place) => (place === current ? 0 : -1),
    onFocus: choose,
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
