import { problem, type Problem } from '../../problems';
import { sumAtStake } from '../../schemes';
import { cellAt } from '../../workbook';
import { answerState } from '../answerState';
import { textOf } from '../marks';
import { askedOf } from './cells';
import type { AnswerTable } from '../tables/answerTable';
import { addressIn } from '../tables/turned';
import { columnCalled } from './headerTexts';
import { objectionsBeside, objectionsOfRemarks, type Objection } from './objections';
import type { GroupPlan } from './plan';
import type { Profile } from './profile';
import type { ColumnAnswer, GroupReading } from './readGroup';

/** A group whose neighbours were heard, and the columns (0-based) whose objections are told. */
export interface Corrected {
  readonly reading: GroupReading;
  readonly told: ReadonlySet<number>;
}

/**
 * Holds every answer that a column beside it contradicts: by the mark of another version, whatever else that column says, or
 * by a remark that says what the answer should be. To a column that a person chose nothing objects.
 */
export const corrected = (table: AnswerTable, reading: GroupReading, plan: GroupPlan): Corrected => {
  const told = new Set<number>();
  if (table.chosenColumn !== undefined) return { reading, told };
  const heard = [
    ...plan.beside.map((profile) => ({ profile, objectionsOf: objectionsBeside })),
    ...plan.remarks.map((profile) => ({ profile, objectionsOf: objectionsOfRemarks })),
  ];
  let current = reading;
  for (const { profile, objectionsOf } of heard) {
    const objections = objectionsOf(table.sheet, profile, current);
    if (objections.length === 0) continue;
    told.add(profile.column);
    const rows = new Set(objections.map(({ at }) => at));
    current = {
      ...current,
      answers: current.answers.map((answer, at) => (rows.has(at) ? { ...answer, state: answerState.held } : answer)),
      problems: [...current.problems, objection(table, current.answers, plan, profile, objections)],
    };
  }
  return { reading: current, told };
};

/** One sentence for a column: two versions that differ, or what the remarks say beside which answers. */
const objection = (
  { sheet }: AnswerTable,
  answers: readonly ColumnAnswer[],
  { units }: GroupPlan,
  { column, header }: Profile,
  objections: readonly Objection[],
): Problem => {
  const objected = objections.flatMap(({ at }) => answers[at] ?? []);
  const pointsAtStake = sumAtStake(objected.map(({ criterion }) => criterion));
  const more = objected.length > mostCells ? ' …' : '';
  const inWords = objections.some((one) => one.inWords);
  const at = inWords ? column : (objected[0]?.column ?? column);
  const cell = addressIn(sheet, objected[0]?.row ?? 0, at);
  const place = { sheet: sheet.name, cell, pointsAtStake, asked: askedOf('met-unmet', objected) };
  const named = objected.slice(0, mostCells);
  if (!inWords) {
    const answering = units.flatMap(({ columns }) => columns.map((one) => columnCalled(one.column, one.header)));
    const found = [...answering, columnCalled(column, header)].join('・');
    const cells = `${named.map((one) => addressIn(sheet, one.row, one.column)).join('、')}${more}`;
    return problem('answer-columns-differ', { ...place, found }, { count: objected.length, cells });
  }
  const cells = named.map(({ row, column: own }) => {
    const [answer, remark] = [own, column].map((one) => textOf(cellAt(sheet.grid, row, one)));
    return `${addressIn(sheet, row, column)}「${remark}」（回答は${answer === '' ? '空欄' : `「${answer}」`}）`;
  });
  const found = `${cells.join('、')}${more}`;
  return problem(
    'answer-corrected-beside',
    { ...place, found },
    { count: objected.length, column: columnCalled(column, header) },
  );
};

/** So many places stand in a sentence. */
const mostCells = 8;
