import { useEffect, useRef, type RefObject } from 'react';
import type { Screen } from '../state';

/**
 * Moves the focus to the heading of a screen that the pane opened by itself. Who chose the screen with a step stays on
 * the step, and the first screen takes no focus from Excel.
 */
export const useArrival = (screen: Screen): RefObject<HTMLHeadingElement> => {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    if (document.activeElement?.hasAttribute('data-step') !== true) heading.current?.focus();
  }, [screen]);
  return heading;
};
