/**
 * What we read at most (rules/bad-inputs.md#caps). `partBytes` is twice the figure there: the national table of R8,
 * 1,797 rows by 1,563 columns, is one sheet part of 110–140 MB (src/decisions/file-limits.md).
 */
export const limits = {
  fileBytes: 30 * 1024 * 1024,
  entries: 2_000,
  totalBytes: 300 * 1024 * 1024,
  partBytes: 200 * 1024 * 1024,
  ratio: 200,
  /** The ratio is looked at above this size only: small parts of one repeated style compress better than that. */
  ratioFromBytes: 1024 * 1024,
  xmlDepth: 64,
  /** In one tag; the longest honest tag, a header of namespaces, has a few dozen. */
  tagLength: 1024 * 1024,
  /** Of parts that hucre reads as a tree: shared texts, and the content of an .ods. */
  treeElements: 2_000_000,
  /** Of parts we read as a list of tags ourselves: workbook, styles, relations, and the sheets we own. */
  tags: 1_000_000,
  rows: 1_048_576,
  columns: 16_384,
  cells: 3_000_000,
  /** Rows × columns up to the last cell, all sheets together: an empty slot costs memory too. */
  slots: 12_000_000,
  sheets: 1_000,
} as const;
