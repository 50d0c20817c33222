import type { PaneTexts } from '../texts';

/** The page was opened outside Excel: says so, and names what works there. */
export const OutsideExcel = ({ texts: { outside } }: { readonly texts: PaneTexts }) => (
  <main className="notice">
    <h1>{outside.heading}</h1>
    <p>{outside.text}</p>
    <p>{outside.hint}</p>
  </main>
);
