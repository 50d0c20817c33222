import { fileProblem, ok, refuse, type Problem, type Result } from '../../problems';
import {
  isChosen,
  loadEngine,
  paneActions,
  paneStore,
  scoredResults,
  storedKey,
  type Engine,
  type PanePorts,
  type PaneStore,
} from '../../taskpane';
import { cellAt, parseA1, type EnteredCell, type OpenWorkbook } from '../../workbook';
import { limits, openFile, type FileWork, type NamedBytes, type OpenFile } from '../../workbook/file';
import { nationOfDesk } from './nationOfDesk';
import { bookOfCell, members, sourceOf, tableOfDesk } from './tableOfDesk';
import { isUnsaved, nothingOpen, type Book, type FileOnDisk, type WorkbenchState } from './workbenchState';

/** What a person can do with the workbooks of the page. None of these rejects. */
export interface Workbench {
  readonly state: () => WorkbenchState;
  readonly subscribe: (listener: () => void) => () => void;
  /** A folder's workbooks are put together at once. */
  readonly open: (files: ChosenFiles) => Promise<void>;
  readonly openSample: () => Promise<void>;
  readonly openForm: () => Promise<void>;
  readonly cancelOpening: () => void;
  readonly choose: (id: number) => void;
  /** Asks first where something would be lost. */
  readonly close: (id: number, evenUnsaved?: boolean) => void;
  readonly stay: () => void;
  /** In place where we hold the file and `inPlace`, else as a download. */
  readonly save: (book: Book, inPlace: boolean) => Promise<void>;
  /** The results of all workbooks with answers, as a workbook of their own. */
  readonly together: () => Promise<void>;
  /** Writes the result sheets into every workbook with answers, where nothing has to be asked. */
  readonly writeAll: () => Promise<void>;
  /** Every workbook that is unsaved: in place where we hold the file, else as a download. */
  readonly saveAll: () => Promise<void>;
  readonly goTo: (book: Book, sheet: string, row: number, column: number) => void;
  /** The person went there in the grid. */
  readonly select: (book: Book, sheet: string, row: number, column: number) => void;
  readonly type: (book: Book, cells: readonly EnteredCell[]) => Promise<void>;
  /** Ctrl+Z: takes the last correction back and goes to its cell; nothing where there is none. */
  readonly takeBack: (book: Book) => Promise<void>;
  /** 図・印刷: the sheets as they are printed, and back. */
  readonly showPapers: (shown: boolean) => void;
  readonly dismiss: () => void;
}

/** A file as the browser gives it, with the hold on it where there is one. */
export interface ChosenFile {
  readonly file: File;
  readonly handle?: FileSystemFileHandle | undefined;
  /** Those it lies in below the one that was dropped, innermost first: they may bear the name of a municipality. */
  readonly folders?: readonly string[];
}

/** What a person chose or dropped. */
export interface ChosenFiles {
  readonly files: readonly ChosenFile[];
  /** Says of the other files of a folder why they are not read. */
  readonly passedOver?: readonly Problem[];
  readonly isFolder?: boolean;
}

interface Opening {
  /** It lies on no disk. */
  readonly isNew?: boolean;
  /** It is the table of the others. */
  readonly engineOfTable?: Engine;
  readonly folders?: readonly string[];
}

/** What the workbench needs of the browser. */
export interface WorkbenchPorts extends Pick<PanePorts, 'now' | 'pause' | 'after' | 'onBug' | 'sampleBook'> {
  readonly work: FileWork;
  /** Told as soon as it is known that the browser's thread for files does not work, and the page works instead. */
  readonly whenSlow?: Promise<Problem | undefined>;
  /** Gives a person a file to keep. */
  readonly download: (file: NamedBytes) => void;
  readonly saved: (name: string) => string;
  readonly written: (books: number, of: number) => string;
}

const sampleName = '見本.xlsx';
const formName = '回答票.xlsx';
const tableName = '県内一覧.xlsx';

export const workbench = (ports: WorkbenchPorts): Workbench => {
  let state = nothingOpen;
  let books = 0;
  let opening: AbortController | undefined;
  /** What stood in corrected cells, by the id of the book, the last correction last. */
  const typed = new Map<number, readonly (readonly EnteredCell[])[]>();
  const listeners = new Set<() => void>();
  const nation = nationOfDesk();
  const table = tableOfDesk(
    () => state.books,
    ({ store, name, folders, file }) => ({ ...nation.beside(store, name), folders, source: sourceOf(file.current()) }),
  );
  const change = (more: Partial<WorkbenchState>): void => {
    state = { ...state, ...more };
    for (const listener of listeners) listener();
  };
  const fail = (problems: readonly Problem[]): void => {
    change({ faults: problems, notice: undefined });
  };
  const guarded = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      ports.onBug(error);
      const message = error instanceof Error ? error.message : String(error);
      fail([fileProblem('pane-failed', {}, { message })]);
    }
  };
  const goTo: Workbench['goTo'] = ({ id }, sheet, row, column) => {
    const jumps = (state.places.get(id)?.jumps ?? 0) + 1;
    change({ places: new Map([...state.places, [id, { sheet, row, column, jumps }]]) });
  };

  /** Reads a file, and shows it with its pane where it can be read. */
  const openBook = async (
    given: NamedBytes,
    onDisk: FileOnDisk | undefined,
    { isNew = false, engineOfTable, folders = [] }: Opening = {},
  ): Promise<Result<true>> => {
    books += 1;
    const id = books;
    const store = paneStore();
    const book = (): Book | undefined => state.books.find((one) => one.id === id);
    let wasMapped = false;
    const file = openFile(given, ports.work, {
      show: ({ sheet, cell }) => {
        const [place, shown] = [parseA1(cell), book()];
        if (place !== undefined && shown !== undefined) goTo(shown, sheet, place.top, place.left);
      },
      selected: () => state.places.get(id),
      open: (bytes) => openBook({ name: sampleName, bytes }, undefined),
      changed: () => {
        change({ edition: state.edition + 1 });
      },
      // A workbook that is read by itself needs nothing kept in it.
      keepsInFile: (key) => key === storedKey('mapping') && wasMapped,
    });
    const read = await firstReading(file, given.name);
    if (!read.ok) return read;
    const { now, pause, after, onBug, sampleBook } = ports;
    const actions = paneActions(
      {
        workbook: engineOfTable === undefined ? file.workbook : { ...file.workbook, jumpTo: jumpFrom(store) },
        beside: () =>
          engineOfTable === undefined
            ? { ...nation.beside(store, given.name), folders }
            : { fileName: given.name, together: table.results(engineOfTable) },
        engine: loadEngine,
        isRecorded: false,
        now,
        pause,
        after,
        onBug,
        sampleBook,
      },
      store,
    );
    store.subscribe(() => {
      wasMapped ||= isChosen(store.state().mapping);
      change({});
      nation.consider(state.books);
      table.consider();
    });
    change({
      books: [
        ...state.books,
        { id, name: given.name, folders, file, store, actions, isTable: engineOfTable !== undefined, onDisk },
      ],
      chosen: id,
      saved: isNew ? state.saved : new Map([...state.saved, [id, given.bytes]]),
    });
    void actions.score();
    return ok(true);
  };
  /** From a result of the table to the cell in the workbook it was read from. */
  const jumpFrom =
    (store: PaneStore): OpenWorkbook['jumpTo'] =>
    async (place) => {
      const book = bookOfCell(state.books, store, place.sheet);
      if (book === undefined) return refuse(fileProblem('cell-in-some-workbook', { found: place.sheet }));
      change({ chosen: book.id });
      return book.file.workbook.jumpTo(place);
    };
  const firstReading = async (file: OpenFile, name: string): Promise<Result<unknown>> => {
    const controller = new AbortController();
    opening = controller;
    change({ opening: { name, share: 0 }, faults: [], notice: undefined });
    try {
      const { readWanted } = await loadEngine();
      return await readWanted(
        (wanted) =>
          file.workbook.read({
            wanted,
            signal: controller.signal,
            onProgress: ({ done, total }) => {
              // Where a part is read once more, it does not go back.
              const share = Math.max(state.opening?.share ?? 0, total === 0 ? 0 : done / total);
              change({ opening: { name, share } });
            },
          }),
        undefined,
      );
    } finally {
      opening = undefined;
      change({ opening: undefined });
    }
  };

  const openOne = async ({ file, handle, folders = [] }: ChosenFile): Promise<readonly Problem[]> => {
    if (file.size > limits.fileBytes) {
      const size = { size: megabytes(file.size), limit: megabytes(limits.fileBytes) };
      return [fileProblem('file-too-large', { found: file.name }, size)];
    }
    const bytes = await bytesOf(file);
    if (!bytes.ok) return bytes.problems;
    const onDisk = handle && { handle, lastModified: file.lastModified };
    const opened = await openBook({ name: file.name, bytes: bytes.value }, onDisk, { folders });
    return opened.ok ? [] : opened.problems;
  };

  /** False where it could not be written; the reason is on the page. */
  const saveOne = async (book: Book, inPlace: boolean): Promise<boolean> => {
    const file = book.file.current();
    if (inPlace && book.onDisk !== undefined) {
      const written = await writeInPlace(book.onDisk, file);
      if (!written.ok) {
        fail(written.problems);
        return false;
      }
      change({ books: state.books.map((one) => (one.id === book.id ? { ...book, onDisk: written.value } : one)) });
    } else ports.download(file);
    change({
      saved: new Map([...state.saved, [book.id, file.bytes]]),
      faults: [],
      notice: ports.saved(file.name),
    });
    return true;
  };

  const enter = async (book: Book, cells: readonly EnteredCell[]): Promise<boolean> => {
    const entered = await book.file.type(cells);
    if (!entered.ok) fail(entered.problems);
    // At once: the answer was corrected, and nobody is in a cell any more.
    else if (book.store.state().reading !== undefined) await book.actions.recheck();
    return entered.ok;
  };
  const together = async (): Promise<void> => {
    const engine = await loadEngine();
    const results = table.results(engine);
    if (!results.ok) {
      fail(results.problems);
      return;
    }
    const { sheets } = engine.sheetsToWrite(results.value, new Set(['prefecture'] as const), []);
    const standing = state.books.find(({ isTable }) => isTable);
    if (standing !== undefined) change({ books: state.books.filter((one) => one !== standing) });
    await openBook({ name: tableName, bytes: await ports.work.create(sheets) }, undefined, {
      isNew: true,
      engineOfTable: engine,
    });
  };
  const whenScored = async (): Promise<void> => {
    while (state.books.some(({ store }) => store.state().busy !== undefined)) await ports.pause();
  };

  void ports.whenSlow?.then((slow) => {
    if (slow !== undefined) fail([slow]);
  });

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: ({ files, passedOver = [], isFolder = false }) =>
      guarded(async () => {
        if (opening !== undefined) return;
        const faults: Problem[] = [...passedOver];
        for (const file of files) {
          faults.push(...(await openOne(file)));
          // The pane of each is through before the next one comes.
          if (isFolder) await whenScored();
        }
        if (isFolder && members(state.books).length > 1) await together();
        if (faults.length > 0) fail(faults);
      }),
    openSample: () =>
      guarded(async () => {
        const opened = await openBook({ name: sampleName, bytes: await ports.sampleBook() }, undefined);
        if (!opened.ok) fail(opened.problems);
      }),
    openForm: () =>
      guarded(async () => {
        const { blankForm, blankSettings } = await loadEngine();
        const form = blankForm(undefined, false);
        if (!form.ok) {
          fail(form.problems);
          return;
        }
        const bytes = await ports.work.create([form.value, blankSettings()]);
        await openBook({ name: formName, bytes }, undefined, { isNew: true });
      }),
    cancelOpening: () => opening?.abort(),
    choose: (chosen) => {
      change({ chosen, showsPapers: false });
    },
    close: (id, evenUnsaved = false) => {
      const book = state.books.find((one) => one.id === id);
      if (book === undefined) return;
      if (!evenUnsaved && isUnsaved(state, book)) {
        change({ closing: id });
        return;
      }
      const left = state.books.filter((one) => one !== book);
      const chosen = state.chosen === id ? left.at(-1)?.id : state.chosen;
      change({ books: left, chosen, closing: undefined });
    },
    stay: () => {
      change({ closing: undefined });
    },
    save: (book, inPlace) =>
      guarded(async () => {
        await saveOne(book, inPlace);
      }),
    together: () => guarded(together),
    writeAll: () =>
      guarded(async () => {
        const asked = members(state.books).filter(({ store }) => scoredResults(store) !== undefined);
        for (const { actions } of asked) await actions.save();
        const written = asked.filter(
          ({ store }) => store.state().lastWrite !== undefined && !store.state().asksToOverwrite,
        );
        change({ faults: [], notice: ports.written(written.length, asked.length) });
      }),
    saveAll: () =>
      guarded(async () => {
        for (const { id } of state.books) {
          const book = state.books.find((one) => one.id === id);
          if (book !== undefined && isUnsaved(state, book) && !(await saveOne(book, true))) return;
        }
      }),
    goTo,
    select: ({ id }, sheet, row, column) => {
      const jumps = state.places.get(id)?.jumps ?? 0;
      change({ places: new Map([...state.places, [id, { sheet, row, column, jumps }]]) });
    },
    type: (book, cells) =>
      guarded(async () => {
        const before = await valuesOf(book, cells);
        if (await enter(book, cells)) typed.set(book.id, [...(typed.get(book.id) ?? []), before]);
      }),
    takeBack: (book) =>
      guarded(async () => {
        const all = typed.get(book.id) ?? [];
        const last = all.at(-1);
        const [first] = last ?? [];
        if (last === undefined || first === undefined || !(await enter(book, last))) return;
        typed.set(book.id, all.slice(0, -1));
        const place = parseA1(first.cell);
        if (place !== undefined) goTo(book, first.sheet, place.top, place.left);
      }),
    showPapers: (showsPapers) => {
      change({ showsPapers });
    },
    dismiss: () => {
      change({ faults: [], notice: undefined });
    },
  };
};

/** What stands in these cells. */
const valuesOf = async ({ file }: Book, cells: readonly EnteredCell[]): Promise<readonly EnteredCell[]> => {
  const read = await file.content();
  const sheets = read.ok ? read.value.sheets : [];
  return cells.map(({ sheet, cell }) => {
    const [place, grid] = [parseA1(cell), sheets.find(({ name }) => name === sheet)?.grid];
    return { sheet, cell, value: place && grid ? cellAt(grid, place.top, place.left) : null };
  });
};

const bytesOf = async (file: File): Promise<Result<Uint8Array>> => {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch (cause) {
    return unreadable(file.name, cause);
  }
};

/** What the browser says of a file it cannot read or write; anything else is a bug and goes on. */
const unreadable = (name: string, cause: unknown): Result<never> => {
  if (!(cause instanceof DOMException)) throw cause;
  const why = { message: cause.name };
  return { ok: false, problems: [fileProblem('cannot-read', { found: name }, why)] };
};

/** Writes into the file itself, unless somebody else has done so since; the browser replaces it when all is written. */
const writeInPlace = async (
  { handle, lastModified }: FileOnDisk,
  { name, bytes }: NamedBytes,
): Promise<Result<FileOnDisk>> => {
  try {
    const standing = await handle.getFile();
    if (standing.lastModified !== lastModified)
      return { ok: false, problems: [fileProblem('file-changed-outside', { found: name })] };
    const stream = await handle.createWritable();
    await stream.write(bytes.slice());
    await stream.close();
    return ok({ handle, lastModified: (await handle.getFile()).lastModified });
  } catch (cause) {
    return unreadable(name, cause);
  }
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
