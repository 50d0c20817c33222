import { answerStateName, type AnswerStateName } from '../../answers';
import type { AnswersResults, MunicipalityResult, Results } from '../../evaluation';
import type { Result } from '../../problems';
import { criterionNotation, isComputed } from '../../schemes';
import { cellAt, parseA1, type WorkbookContent } from '../../workbook';

/** How sure we are that the table was understood, with the counts it rests on. */
export interface Recognition {
  readonly level: 'high' | 'medium' | 'low';
  /** Criteria the year asks for, over the municipalities looked at. */
  readonly asked: number;
  /** … whose cell was found. */
  readonly found: number;
  /** … whose cell says something we do not guess at. */
  readonly unread: number;
  /** Up to three rows as they were read. */
  readonly samples: readonly SampleRow[];
}

export interface SampleRow {
  /** 推進Ⅰ体制1 ア */
  readonly label: string;
  readonly name: string;
  readonly sheet: string;
  readonly cell: string;
  /** What stands in the cell; empty when nothing. */
  readonly written: string;
  readonly readAs: AnswerStateName;
}

const sampleRows = 3;
/** A prefecture has at most 179; more would only cost time. */
const lookedAtMunicipalities = 200;
/** Fewer criteria found than this share, and the table is probably another one. */
const mostlyFound = 0.8;
/** More doubtful cells than this share, and the column is probably not the answers. */
const someUnread = 0.05;

/** What was recognised, from the results and the workbook they were read from. */
export const recognitionOf = (results: AnswersResults, content: WorkbookContent): Recognition => {
  const rows = results.municipalities.slice(0, lookedAtMunicipalities).flatMap(rowsOf);
  const found = rows.filter(({ place }) => place !== undefined);
  const unread = rows.filter(({ award }) => answerStateName(award.state) === 'held').length;
  const level =
    found.length === rows.length && unread <= rows.length * someUnread
      ? 'high'
      : found.length >= rows.length * mostlyFound && unread <= rows.length / 2
        ? 'medium'
        : 'low';
  return {
    level,
    asked: rows.length,
    found: found.length,
    unread,
    samples: found.slice(0, sampleRows).flatMap((row) => sampleOf(row, content)),
  };
};

interface Read {
  readonly content: WorkbookContent;
  readonly outcome: Result<Results>;
  /** Headers that are not as they were when a person confirmed the reading. */
  readonly changes: readonly unknown[];
}

/** A reading nobody needs to look at before its result: scored, with the headers of last time, and well understood. */
export const isSure = ({ outcome, content, changes }: Read): boolean =>
  outcome.ok &&
  changes.length === 0 &&
  (outcome.value.subject !== 'answers' || recognitionOf(outcome.value, content).level === 'high');

type Row = ReturnType<typeof rowsOf>[number];

/** What is worked out from the own total is asked of nobody, so it is not counted. */
const rowsOf = ({ awards, cellOf }: MunicipalityResult) =>
  awards()
    .map((award, index) => ({ award, place: cellOf(index) }))
    .filter(({ award: { indicator } }) => !isComputed(indicator));

const sampleOf = ({ award, place }: Row, content: WorkbookContent): readonly SampleRow[] => {
  if (place === undefined) return [];
  const { name } = award.indicator;
  return [
    {
      label: criterionNotation(award),
      name,
      sheet: place.sheet,
      cell: place.cell,
      written: writtenAt(content, place.sheet, place.cell),
      readAs: answerStateName(award.state),
    },
  ];
};

const writtenAt = (content: WorkbookContent, sheetName: string, cell: string): string => {
  const place = parseA1(cell);
  const sheet = content.sheets.find(({ name }) => name === sheetName);
  if (place === undefined || sheet === undefined) return '';
  const value = cellAt(sheet.grid, place.top, place.left);
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
};
