import { municipalitiesOf, type Results, type SourceFile } from '../../evaluation';
import { sha256Hex } from '../../kernel';
import type { Result } from '../../problems';
import { scoredResults, type Engine, type PaneStore } from '../../taskpane';
import type { NamedBytes } from '../../workbook/file';
import type { Book } from './workbenchState';

/** The results of all workbooks of answers on the page, as one table: a prefecture's. */
export interface TableOfDesk {
  /** What the workbooks that are open come to together; refused where none could be read. */
  readonly results: (engine: Engine) => Result<Results>;
  /** Has a table scored again whose workbooks say something else by now. */
  readonly consider: () => void;
}

type Item = ReturnType<Engine['itemOf']>;
type Reading = NonNullable<ReturnType<PaneStore['state']>['reading']>;

/** `books` are those on the page; `beside` tells what stands beside one of them, its name and a national table. */
export const tableOfDesk = (
  books: () => readonly Book[],
  beside: (book: Book) => Parameters<Engine['itemOf']>[2],
): TableOfDesk => {
  /** A workbook is read for the table once for each reading of its own pane. */
  const items = new WeakMap<Reading, Item>();
  const told = new WeakMap<PaneStore, readonly Reading[]>();
  const readings = (): readonly Reading[] => members(books()).flatMap(({ store }) => store.state().reading ?? []);
  return {
    results: (engine) => {
      const all = members(books()).flatMap((book): Item[] => {
        const { reading, mapping, decisions } = book.store.state();
        if (reading === undefined) return [];
        const item = items.get(reading) ?? engine.itemOf(reading, { mapping, decisions }, beside(book));
        items.set(reading, item);
        return [item];
      });
      return engine.mergeResults(all);
    },
    consider: () => {
      for (const { isTable, store, actions } of books()) {
        if (!isTable || store.state().busy !== undefined) continue;
        const now = readings();
        const before = told.get(store);
        told.set(store, now);
        const isSame = before?.length === now.length && now.every((one, at) => one === before[at]);
        if (before !== undefined && !isSame) void actions.recheck();
      }
    },
  };
};

/** The workbooks a table is made of: not the table itself, nor a national one. */
export const members = (books: readonly Book[]): readonly Book[] =>
  books.filter(
    ({ isTable, store }) =>
      !isTable && store.state().reading !== undefined && scoredResults(store)?.subject !== 'nation',
  );

/** The workbook a result of the table was read from: that of the municipality looked at, else the only one with such a sheet. */
export const bookOfCell = (books: readonly Book[], table: PaneStore, sheet: string): Book | undefined => {
  const [{ municipality }, results] = [table.state(), scoredResults(table)];
  const town = results && municipality !== undefined ? municipalitiesOf(results)[municipality] : undefined;
  const file = town?.sourceOf(0)?.name;
  const able = members(books).filter(
    ({ store, name }) =>
      (file === undefined || name === file) &&
      store.state().reading?.content.sheets.some((one) => one.name === sheet) === true,
  );
  return able.length === 1 ? able[0] : undefined;
};

/** What a table says of a workbook it was made of. */
export const sourceOf = ({ name, bytes }: NamedBytes): SourceFile => ({ name, sha256: sha256Hex(bytes), link: name });
