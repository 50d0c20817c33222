/** One round trip: what it cost. */
export interface Trip {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** 1 write, 64 waits for the end of cell editing (the library's request flags). */
  readonly flags: number;
  /** The library's own clean-up after Excel.run (`_RemoveReference` only); nobody waits for it. */
  readonly cleanup: boolean;
  readonly error?: string;
}

/** What the add-in did to the host, for tests to assert on. */
export interface HostLog {
  readonly trips: Trip[];
  /** `Worksheet.delete` → how often; every member the add-in touched. */
  readonly members: Map<string, number>;
  /** Members this host does not know: a test that sees one must fail. */
  readonly unknown: string[];
  /** Members this Excel is too old for: an Excel of that version answers ApiNotFound. */
  readonly tooNew: string[];
  /** Calls that clear the user's undo list on Windows and Mac, and that we never make (rules/excel.md#undo). */
  readonly undoWipes: string[];
  /** Every call that clears the undo list in this Excel, those that cannot be avoided too, in order. */
  readonly undoCleared: string[];
  /** First-party services the library asked for by itself. */
  readonly services: string[];
}

export const emptyLog = (): HostLog => ({
  trips: [],
  members: new Map(),
  unknown: [],
  tooNew: [],
  undoWipes: [],
  undoCleared: [],
  services: [],
});

const wipers = new Set([
  'call Worksheet.copy',
  'call WorksheetProtection.protect',
  'call WorksheetProtection.unprotect',
  'call WorkbookProtection.protect',
  'call WorkbookProtection.unprotect',
  'set Worksheet.name',
  'call WorksheetCollection.addFromBase64',
  'call Workbook.insertWorksheetsFromBase64',
  'go Workbook.customXmlParts',
  'call DynamicRibbon.executeRequestUpdate',
]);

/** Notes the use of one member. */
export const note = (
  log: HostLog,
  clearsUndo: ReadonlySet<string>,
  how: 'get' | 'set' | 'go' | 'call',
  className: string,
  member: string,
): void => {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  const full = `${className}.${name}`;
  log.members.set(full, (log.members.get(full) ?? 0) + 1);
  if (wipers.has(`${how} ${full}`)) log.undoWipes.push(full);
  if (clearsUndo.has(`${how} ${full}`)) log.undoCleared.push(full);
};
