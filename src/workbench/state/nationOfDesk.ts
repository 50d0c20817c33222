import { nationBeside, type NationBeside } from '../../evaluation';
import type { FiscalYear } from '../../kernel';
import type { PanePorts, PaneStore } from '../../taskpane';
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
        const { reading } = store.state();
        if (reading?.outcome.ok !== true || reading.outcome.value.subject !== 'nation' || table?.store === store)
          continue;
        table = { store, year: reading.outcome.value.scheme.fiscalYear, nation: nationBeside(reading.content, name) };
      }
      if (table !== undefined && !books.some(({ store }) => store === table?.store)) table = undefined;
      for (const { store, actions } of books) {
        const { busy, reading } = store.state();
        const isAnswers = reading?.outcome.ok === true && reading.outcome.value.subject === 'answers';
        if (table === undefined || !isAnswers || busy !== undefined || yearOf(store) !== table.year) continue;
        if (asked.get(store) === table.nation) continue;
        asked.set(store, table.nation);
        void actions.recheck();
      }
    },
  };
};

const yearOf = (store: PaneStore): FiscalYear | undefined => {
  const outcome = store.state().reading?.outcome;
  return outcome?.ok === true ? outcome.value.scheme.fiscalYear : undefined;
};
