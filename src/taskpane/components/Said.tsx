import { Fragment } from 'react';
import { usePane } from '../hooks';

/** Kana, kanji, their punctuation and full-width signs: what a voice for English cannot read. */
const japanese = /([\u3001-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]+)/;

/**
 * A sentence of the pane that may name towns, goals, sheets or indicators: in the English pane its Japanese runs are marked as
 * such, so that a screen reader speaks them in the right voice.
 */
export const Said = ({ children: text }: { readonly children: string }) => {
  const { texts } = usePane();
  if (texts.language === 'ja') return <>{text}</>;
  return (
    <>
      {text.split(japanese).map((run, at) =>
        at % 2 === 1 ? (
          <span key={at} lang="ja">
            {run}
          </span>
        ) : (
          <Fragment key={at}>{run}</Fragment>
        ),
      )}
    </>
  );
};

/**
 * The language of a label that cannot be marked run by run, such as an aria-label: one that holds Japanese is spoken by a
 * Japanese voice, which can read the English beside it; the other way round nothing is heard.
 */
export const langOf = (label: string, language: 'ja' | 'en'): 'ja' | undefined =>
  language === 'en' && japanese.test(label) ? 'ja' : undefined;
