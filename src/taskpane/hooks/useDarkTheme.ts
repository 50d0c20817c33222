import { useSyncExternalStore } from 'react';

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
