import { z } from 'zod';
import { headersOf, layoutOf, placeAmong, type Choice, type Layout } from '../answers';
import { ok, type Result } from '../problems';
import { FiscalYearText, readShaped } from '../schemes';
import type { WorkbookContent } from '../workbook';

/** How a person decided that workbooks are read, and the headers it was decided for. */
export interface MappingFile {
  readonly choice: Choice;
  /** `回答!H8=回答`, one per header cell, in the order of the sheets. */
  readonly headers: readonly string[];
}

const Name = z.string().min(1).max(100);

/** The shape of the file of `--mapping`: what the pane keeps in a workbook, and `--save-mapping` writes. */
export const mappingFileSchema = () =>
  z.strictObject({
    version: z.literal(1),
    sheet: z.string().min(1).max(31).optional().meta({ description: '回答を読むシート' }),
    column: z
      .strictObject({ index: z.int().min(0).max(16_383).meta({ description: 'A 列が 0' }), header: z.string() })
      .optional()
      .meta({ description: '回答の列。動いたときは、同じ見出しの列を探す' }),
    year: FiscalYearText.optional(),
    municipality: Name.optional(),
    prefecture: Name.optional(),
    markMeanings: z
      .array(z.tuple([z.string().min(1).max(20), z.enum(['met', 'unmet'])]))
      .max(500)
      .meta({ description: '記号とその意味' }),
    headers: z
      .array(z.string())
      .max(5_000)
      .meta({ description: '決めたときの見出し（回答!H8=回答）。変わっていれば知らせる' }),
    fingerprint: z.string().optional().meta({ description: '書いたあとに手が加えられていないかを確かめる印' }),
  });

/** Reads the file of `--mapping`, given as parsed JSON; a wrong shape is refused as a whole, never half used. */
export const readMappingFile = (data: unknown): Result<MappingFile> => {
  const shaped = readShaped(mappingFileSchema(), data, 'mapping-shape');
  if (!shaped.ok) return shaped;
  const { sheet, column, year, municipality, prefecture, markMeanings, headers } = shaped.value;
  return ok({
    headers,
    choice: {
      ...(sheet === undefined ? {} : { sheet }),
      ...(column === undefined ? {} : { column }),
      ...(year === undefined ? {} : { year }),
      ...(municipality === undefined ? {} : { municipality }),
      ...(prefecture === undefined ? {} : { prefecture }),
      markMeanings: new Map(markMeanings),
    },
  });
};

/** What to write so that this workbook, and others of its shape, are read by the same choice again. */
export const mappingFileData = (
  { sheet, column, year, municipality, prefecture, markMeanings }: Choice,
  content: WorkbookContent,
): z.input<ReturnType<typeof mappingFileSchema>> => {
  const layout = layoutOf(content);
  const place = column === undefined ? undefined : placeIn(layout, sheet, column);
  return {
    version: 1,
    ...((place?.sheet ?? sheet) === undefined ? {} : { sheet: place?.sheet ?? sheet }),
    ...(place === undefined ? {} : { column: place.column }),
    ...(year === undefined ? {} : { year }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(prefecture === undefined ? {} : { prefecture }),
    markMeanings: [...(markMeanings ?? [])],
    headers: [...headersOf(layout)],
  };
};

/** The chosen column with its header, on the sheet where it stands; without the sheet where several have it. */
const placeIn = (layout: Layout, sheet: string | undefined, column: NonNullable<Choice['column']>) => {
  const sheets = layout.filter(({ name }) => sheet === undefined || name === sheet);
  const [first] = sheets;
  const index = first === undefined ? undefined : placeAmong(first.columns, column);
  const offer = first?.columns.find((one) => one.index === index);
  if (first === undefined || offer === undefined) return undefined;
  const found = { index: offer.index, header: offer.header };
  return { sheet: sheets.length === 1 ? first.name : undefined, column: found };
};
