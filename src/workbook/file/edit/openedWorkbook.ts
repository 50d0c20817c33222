import { details, named } from '../details';
import { FileFault } from '../fault';
import { fileKind, openPackage, type Package } from '../package/package';
import { dropContentType, dropRelation } from '../package/typesAndRelations';
import { readXlsxFile, workbookPlan, type WorkbookPlan } from '../xlsx/readXlsx';
import type { OpenedWorkbook, PlannedRefresh } from './contentChanges';
import { verifyRefreshed } from './verifyRefreshed';

/** An .xlsx or .xlsm that may be changed, part by part. Throws {@link FileFault} for every other file. */
export const openToEdit = (bytes: Uint8Array): OpenedWorkbook => {
  const kind = fileKind(bytes);
  if (kind.kind === 'refused') throw new FileFault(kind.name, String(bytes.length));
  if (kind.kind !== 'zip') throw new FileFault('file-cannot-refresh', named(kind.kind === 'text' ? 'CSV' : 'ODS'));
  const book = openPackage(bytes);
  if (book.entries.has('mimetype')) throw new FileFault('file-cannot-refresh', named('ODS'));
  return openWorkbook(book);
};

const openWorkbook = (book: Package): OpenedWorkbook => {
  const workbook = workbookPlan(book);
  // Strict is read, but what we write is transitional.
  if (workbook.strict) throw new FileFault('file-strict', workbook.part);
  return { book, content: readXlsxFile(book, { withCovered: true, withFormulas: true }), workbook };
};

/** Reads changed bytes back. What cannot be read, or differs where nobody asked for it, is not handed out. */
export const verifiedAfter = (before: OpenedWorkbook, bytes: Uint8Array, planned: PlannedRefresh): OpenedWorkbook => {
  let after: OpenedWorkbook;
  try {
    after = openWorkbook(openPackage(bytes));
  } catch (cause) {
    if (cause instanceof FileFault) throw new FileFault('file-cannot-refresh', details.unreadable);
    throw cause;
  }
  verifyRefreshed(before, after, planned);
  return after;
};

/** Excel repairs a workbook whose calculation chain names a cell without a formula; it makes a new chain by itself, with all there are. */
export const dropCalculationChain = (parts: Map<string, Uint8Array>, workbook: WorkbookPlan): string | undefined => {
  const chain = workbook.relations.find(({ type }) => type === 'calcChain')?.target;
  if (chain === undefined) return undefined;
  parts.delete(chain);
  dropRelation(parts, workbook.part, chain);
  dropContentType(parts, chain);
  return chain;
};
