import { usePane } from '../hooks';
import type { PaneTexts } from '../texts';

/** A link to a page that comes with the add-in (assets/manual); it opens beside Excel, the pane stays. */
export const PageLink = ({ page }: { readonly page: keyof PaneTexts['pages'] }) => {
  const { texts } = usePane();
  return (
    <a href={`${page}.html`} target="_blank" rel="noreferrer">
      {texts.pages[page]}
    </a>
  );
};
