import type { Steps } from '../../../kernel';
import type { WorkbookContent } from '../..';
import { FileFault } from '../fault';
import type { Package } from '../package/package';
import { readingXml } from '../xml/events';
import { checkingXml } from '../xml/text';
import { bookReader } from './bookReader';
import { namespaces } from './namespaces';
import { odsStyles } from './styles';

/** Reads a checked .ods: the styles first, then all sheets in one pass over content.xml. */
export function* readingOdsFile(book: Package): Steps<WorkbookContent> {
  if (book.text('META-INF/manifest.xml')?.includes('encryption-data') === true) {
    throw new FileFault('file-password', '');
  }
  const content = book.part('content.xml');
  if (content === undefined) throw new FileFault('file-damaged', 'content.xml');
  const styles = odsStyles();
  const reader = bookReader(styles);
  for (const part of ['settings.xml', 'styles.xml']) {
    const bytes = book.part(part);
    if (bytes !== undefined) yield* readingXml(bytes, part, namespaces, reader);
  }
  yield* readingXml(content, 'content.xml', namespaces, reader);
  return reader.book();
}

/** Reads a flat .fods, where styles, settings and sheets stand in one text. */
export function* readingFlatOds(bytes: Uint8Array): Steps<WorkbookContent> {
  const reader = bookReader(odsStyles());
  yield* readingXml(yield* checkingXml(bytes, 'XML'), 'XML', namespaces, reader);
  return reader.book();
}
