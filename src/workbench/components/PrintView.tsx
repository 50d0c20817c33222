import { Button, Select } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { printedPages } from '../../report';
import { loadEngine, scoredResults } from '../../taskpane';
import type { SheetModel } from '../../workbook';
import { useWorkbench } from '../hooks';
import type { Book } from '../state/workbenchState';
import { PaperPage } from './PaperPage';

/** The results and papers of a book as they are printed, one sheet at a time. */
const PrintView = ({ book }: { readonly book: Book }) => {
  const { bench, texts } = useWorkbench();
  const sheets = useSheets(book);
  const [chosen, choose] = useState(0);
  const sheet = sheets[chosen];
  const pages = useMemo(() => (sheet === undefined ? [] : printedPages(sheet)), [sheet]);
  return (
    <>
      <div className="print-bar" role="region" aria-label={texts.papers}>
        <h1>{texts.papers}</h1>
        <Button
          onClick={() => {
            bench.showPapers(false);
          }}
        >
          {texts.back}
        </Button>
        <Select
          aria-label={texts.sheets}
          value={chosen}
          onChange={(_, { value }) => {
            choose(Number(value));
          }}
        >
          {sheets.map(({ name }, at) => (
            <option key={name} value={at} lang="ja">
              {name}
            </option>
          ))}
        </Select>
        <Button
          appearance="primary"
          onClick={() => {
            window.print();
          }}
        >
          {texts.print}
        </Button>
        <span role="status">{sheet === undefined ? texts.loadingSheet : texts.pages(pages.length)}</span>
      </div>
      <main className="papers" aria-label={sheet?.name ?? texts.loadingSheet}>
        {sheet !== undefined &&
          pages.map((page, at) => (
            <PaperPage
              key={`${sheet.name} ${String(at)}`}
              sheet={sheet}
              page={page}
              number={at + 1}
              pages={pages.length}
              label={texts.pageOf(at + 1, pages.length)}
            />
          ))}
      </main>
    </>
  );
};

export default PrintView;

/** Everything that can be made of the last reading; none before it is worked out. */
const useSheets = ({ store }: Book): readonly SheetModel[] => {
  const [sheets, setSheets] = useState<readonly SheetModel[]>([]);
  const results = scoredResults(store);
  useEffect(() => {
    let isMeant = true;
    void loadEngine().then(({ sheetsToWrite }) => {
      if (isMeant && results !== undefined) setSheets(sheetsToWrite(results, new Set(['all'] as const), []).sheets);
    });
    return () => {
      isMeant = false;
    };
  }, [results]);
  return sheets;
};
