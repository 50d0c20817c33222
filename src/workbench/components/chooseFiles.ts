import type { ChosenFile } from '../state/workbench';

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

/** The files of a drop; of a folder nothing. All is asked for at once: what is dropped is gone after the first wait. */
export const droppedFiles = async ({ items }: DataTransfer): Promise<readonly ChosenFile[]> => {
  const asked = Array.from(items).flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    return file === null ? [] : [{ file, handle: (item as WithHandle).getAsFileSystemHandle?.() }];
  });
  return Promise.all(
    asked.map(async ({ file, handle }) => {
      const held = await handle?.catch(() => undefined);
      return held instanceof FileSystemFileHandle ? { file, handle: held } : { file };
    }),
  );
};
