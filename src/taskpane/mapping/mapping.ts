import type { Choice, ChosenColumn, MarkMeanings } from '../../answers';
import { readFiscalYear } from '../../kernel';

/** A person's choice as the pane keeps it: a column only together with its sheet. */
export interface Mapping extends Choice {
  readonly column?: MappedColumn;
  readonly markMeanings: MarkMeanings;
}

/** A column of answers, with the header it bore, so that it is found again when columns move. */
export type MappedColumn = Required<ChosenColumn>;

/** A mapping as it is kept in the workbook, with the headers it was made for. */
export interface RememberedMapping {
  readonly mapping: Mapping;
  /** `回答!H8=回答`, one per header cell, in the order of the sheets. */
  readonly headers: readonly string[];
}

/** Nothing was decided by a person. */
export const automatic: Mapping = { markMeanings: new Map() };

/** Whether somebody chose anything. */
export const isChosen = ({ markMeanings, ...choices }: Mapping): boolean =>
  markMeanings.size > 0 || Object.keys(choices).length > 0;

/** Longer settings are not ours. */
const longestText = 100_000;

/** The text to store in the workbook's settings; the command line reads and writes the same (`settings/mappingFile.ts`). */
export const mappingText = ({ mapping, headers }: RememberedMapping): string =>
  JSON.stringify({ version: 1, ...mapping, markMeanings: [...mapping.markMeanings], headers });

/** Reads what {@link mappingText} stored; undefined when it is missing, damaged or of another version. */
export const readMapping = (text: string | undefined): RememberedMapping | undefined => {
  if (text === undefined || text.length > longestText) return undefined;
  const stored = parsed(text);
  if (stored.get('version') !== 1) return undefined;
  const sheet = stored.get('sheet');
  const year = stored.get('year');
  const municipality = stored.get('municipality');
  const prefecture = stored.get('prefecture');
  const column = columnOf(stored.get('column'));
  const fiscalYear = typeof year === 'string' ? readFiscalYear(year) : undefined;
  return {
    headers: listOf(stored.get('headers')).filter((header) => typeof header === 'string'),
    mapping: {
      ...(typeof sheet === 'string' ? { sheet } : {}),
      ...(typeof sheet === 'string' && column !== undefined ? { column } : {}),
      ...(fiscalYear === undefined ? {} : { year: fiscalYear }),
      ...(typeof municipality === 'string' ? { municipality } : {}),
      ...(typeof prefecture === 'string' ? { prefecture } : {}),
      markMeanings: new Map(listOf(stored.get('markMeanings')).flatMap(meaningOf)),
    },
  };
};

const meaningOf = (entry: unknown): readonly (readonly [string, 'met' | 'unmet'])[] => {
  const [mark, meaning] = listOf(entry);
  return typeof mark === 'string' && (meaning === 'met' || meaning === 'unmet') ? [[mark, meaning]] : [];
};

const columnOf = (value: unknown): MappedColumn | undefined => {
  const fields = fieldsOf(value);
  const index = fields.get('index');
  const header = fields.get('header');
  return typeof index === 'number' && Number.isInteger(index) && index >= 0 && typeof header === 'string'
    ? { index, header }
    : undefined;
};

const parsed = (text: string): ReadonlyMap<string, unknown> => {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return new Map();
  }
};

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
