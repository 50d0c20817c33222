import { mostLevels, passedOver, whyPassedOver, type FileAside } from '../../workbook/file';
import type { ChosenFile, ChosenFiles } from '../state/workbench';

/** Browsers that let a page keep hold of a file; the types of the DOM do not know it yet. */
interface WithPicker {
  showOpenFilePicker?: (options: { readonly multiple: boolean }) => Promise<readonly FileSystemFileHandle[]>;
}

interface WithHandle {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** Lets a person choose workbooks, kept hold of where the browser can; undefined where it cannot, and a plain input must do. */
export const pickedFiles = async (): Promise<readonly ChosenFile[] | undefined> => {
  const { showOpenFilePicker } = window as WithPicker;
  if (showOpenFilePicker === undefined) return undefined;
  try {
    const handles = await showOpenFilePicker({ multiple: true });
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return [];
    if (cause instanceof DOMException) return undefined;
    throw cause;
  }
};

/**
 * The files of a drop, and those of a folder that was dropped, in order of name. All is asked for at once: what is dropped is
 * gone after the first wait.
 */
export const droppedFiles = async ({ items }: DataTransfer): Promise<ChosenFiles> => {
  const asked = Array.from(items, (item) => ({
    file: item.kind === 'file' ? item.getAsFile() : null,
    entry: item.kind === 'file' ? item.webkitGetAsEntry() : null,
    handle: item.kind === 'file' ? (item as WithHandle).getAsFileSystemHandle?.() : undefined,
  }));
  const found: Found = { files: [], aside: [], hasFolder: false };
  for (const { file, entry, handle } of asked) {
    const held = await handle?.catch(() => undefined);
    if (held instanceof FileSystemDirectoryHandle) await takeFolder(childrenOf(held), found);
    else if (entry?.isDirectory === true) await takeFolder(entriesOf(entry as FileSystemDirectoryEntry), found);
    else if (file !== null) found.files.push(held instanceof FileSystemFileHandle ? { file, handle: held } : { file });
  }
  return { files: found.files, passedOver: passedOver(found.aside), isFolder: found.hasFolder };
};

interface Found {
  readonly files: ChosenFile[];
  readonly aside: FileAside[];
  hasFolder: boolean;
}

/** What lies in a folder, whichever way the browser tells of it. */
type Children = AsyncIterable<
  | { readonly name: string; readonly folder: Children }
  | { readonly name: string; readonly file: () => Promise<ChosenFile> }
>;

/** `folders` are those below the one that was dropped, innermost first. */
const takeFolder = async (children: Children, found: Found, folders: readonly string[] = []): Promise<void> => {
  found.hasFolder = true;
  const all = [];
  for await (const child of children) all.push(child);
  for (const child of all.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const why =
      'folder' in child ? (folders.length + 1 < mostLevels ? undefined : 'folder-too-deep') : whyPassedOver(child.name);
    if (why !== undefined) found.aside.push({ name: child.name, why });
    else if ('folder' in child) await takeFolder(child.folder, found, [child.name, ...folders]);
    else found.files.push({ ...(await child.file()), folders });
  }
};

async function* childrenOf(folder: FileSystemDirectoryHandle): Children {
  for await (const child of folder.values()) {
    if (child instanceof FileSystemDirectoryHandle) yield { name: child.name, folder: childrenOf(child) };
    else if (child instanceof FileSystemFileHandle)
      yield { name: child.name, file: async () => ({ file: await child.getFile(), handle: child }) };
  }
}

async function* entriesOf(folder: FileSystemDirectoryEntry): Children {
  const reader = folder.createReader();
  const some = (): Promise<FileSystemEntry[]> =>
    new Promise((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
  for (let entries = await some(); entries.length > 0; entries = await some())
    for (const entry of entries)
      if (entry.isDirectory) yield { name: entry.name, folder: entriesOf(entry as FileSystemDirectoryEntry) };
      else
        yield {
          name: entry.name,
          file: async () => ({
            file: await new Promise<File>((resolve, reject) => {
              (entry as FileSystemFileEntry).file(resolve, reject);
            }),
          }),
        };
}
