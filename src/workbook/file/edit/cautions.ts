import { openPackage, relationsOf, workbookPart } from '../package/package';
import { xmlTags } from '../xml/tags';

/** What makes a workbook one that somebody may not want to be written into. */
export type Caution = 'signed' | 'write-reserved' | 'final' | 'shared';

/** The cautions of an .xlsx or .xlsm that has been read before: it is known to be whole. */
export const cautionsOf = (bytes: Uint8Array): readonly Caution[] => {
  const book = openPackage(bytes);
  const part = workbookPart(book);
  const kinds = new Set(relationsOf(book, part).map(({ type }) => type));
  const names = [...book.entries.keys()];
  const reserved = xmlTags(book.text(part) ?? '').some(
    ({ name, attributes, depth }) => name === 'fileSharing' && depth === 1 && [...attributes.keys()].some(isReserved),
  );
  return [
    ...(names.some((name) => name.startsWith('_xmlsignatures/')) ? (['signed'] as const) : []),
    ...(reserved ? (['write-reserved'] as const) : []),
    ...(isFinal(book.text('docProps/custom.xml')) ? (['final'] as const) : []),
    ...(kinds.has('revisionHeaders') || kinds.has('usernames') ? (['shared'] as const) : []),
  ];
};

/** An element with a user's name alone reserves nothing. */
const isReserved = (attribute: string): boolean =>
  ['readOnlyRecommended', 'reservationPassword', 'hashValue'].includes(attribute);

/** Excel's 「最終版にする」 is a property of the document. */
const isFinal = (xml: string | undefined): boolean =>
  xml !== undefined && /name="_MarkAsFinal"[^>]{0,200}>\s{0,20}<vt:bool>(?:true|1)</i.test(xml);
