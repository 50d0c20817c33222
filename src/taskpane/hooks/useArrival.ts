import { useEffect, useRef, type RefObject } from 'react';
import { usePane } from './usePane';

/**
 * The heading of a screen; it takes the focus when the pane opened the screen by itself. Who chose the screen with a step
 * stays on the step, and the first screen takes no focus from Excel.
 */
export const useArrival = (): RefObject<HTMLHeadingElement> => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, arrivedAt } = usePane();
  const { screen } = state;
  useEffect(() => {
    if (arrivedAt.current === screen) return;
    arrivedAt.current = screen;
    if (document.activeElement?.hasAttribute('data-step') !== true) heading.current?.focus();
  }, [screen, arrivedAt]);
  return heading;
};
