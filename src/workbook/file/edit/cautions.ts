import { fileProblem, type Problem } from '../../../problems';
import { openPackage, relationsOf, workbookPart } from '../package/package';
import { xmlTags } from '../xml/tags';

/** What makes a workbook one that somebody may not want to be written into. */
type Caution = 'signed' | 'write-reserved' | 'final' | 'shared';

const cautionProblems = {
  signed: 'signature-breaks',
  'write-reserved': 'write-reserved',
  final: 'marked-final',
  shared: 'shared-workbook',
} as const satisfies Record<Caution, string>;

/** What stands in the way of changing this very file, though it can be done; it has been read before, and is known to be whole. */
export const cautionsAbout = (bytes: Uint8Array, fileName: string): readonly Problem[] =>
  cautionsOf(bytes).map((caution) => fileProblem(cautionProblems[caution], { found: fileName }));

const cautionsOf = (bytes: Uint8Array): readonly Caution[] => {
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
