import { nationBeside, type NationBeside } from '../../evaluation';
import type { FiscalYear } from '../../kernel';
import { scoredResults, type PanePorts, type PaneStore } from '../../taskpane';
import type { Book } from './workbenchState';

/** A national table among the open workbooks, in which the answers of the same year are ranked. */
interface NationOfDesk {
  /** What a pane is told beside its workbook. */
  readonly beside: (store: PaneStore, fileName: string) => ReturnType<NonNullable<PanePorts['beside']>>;
  /** Looks for a national table, and has answers scored again that were not ranked in it yet. */
  readonly consider: (books: readonly Book[]) => void;
}

export const nationOfDesk = (): NationOfDesk => {
  /** The last table that was opened; it is read, checked and ranked once for all answers. */
  let table: { readonly year: FiscalYear; readonly store: PaneStore; readonly nation: NationBeside } | undefined;
  const asked = new WeakMap<PaneStore, NationBeside>();
  return {
    // Only answers whose year is known are ranked: a table of another year would be refused, and the answers with it.
    beside: (store, fileName) => ({
      fileName,
      ...(table !== undefined && table.store !== store && yearOf(store) === table.year && { national: table.nation }),
    }),
    consider: (books) => {
      for (const { store, name } of books) {
        const [{ reading }, results] = [store.state(), scoredResults(store)];
        if (reading === undefined || results?.subject !== 'nation' || table?.store === store) continue;
        table = { store, year: results.scheme.fiscalYear, nation: nationBeside(reading.content, name) };
      }
      if (table !== undefined && !books.some(({ store }) => store === table?.store)) table = undefined;
      for (const { store, actions } of books) {
        const isAnswers = scoredResults(store)?.subject === 'answers';
        if (table === undefined || !isAnswers || store.state().busy !== undefined || yearOf(store) !== table.year)
          continue;
        if (asked.get(store) === table.nation) continue;
        asked.set(store, table.nation);
        void actions.recheck();
      }
    },
  };
};

const yearOf = (store: PaneStore): FiscalYear | undefined => scoredResults(store)?.scheme.fiscalYear;
