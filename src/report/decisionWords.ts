import { blankWord, judgementWords, type Decision } from '../answers';
import type { Results, SettledDecision } from '../evaluation';
import type { FigureSource } from '../workbook';

/** What stood in a decided cell, as a person reads it. */
export const shownText = ({ text }: Pick<Decision, 'text'>): string => text || blankWord;

/** 回答!H12 */
export const decidedPlace = ({ file, decision: { sheet, cell } }: SettledDecision): string =>
  `${file === undefined ? '' : `[${file}]`}${sheet}!${cell}`;

/** Who decided when, as far as it is known: 介護保険課 山田、2026-11-27. */
export const decidedBy = ({ by, at }: Decision): string => [by, at].filter((one) => one !== undefined).join('、');

/** One decision in force: 回答!H12「△」→ ×（推進Ⅱ体制1 ア、E-217、配点4点、山田、2026-11-27）. */
export const decisionSentence = (settled: SettledDecision): string => {
  const { decision, problems, points } = settled;
  const beside = [
    decision.criterion ?? '',
    problems.map(({ code }) => code).join('・'),
    points > 0 ? `配点${String(points)}点` : '',
    decidedBy(decision),
  ].filter((one) => one !== '');
  const said = beside.length === 0 ? '' : `（${beside.join('、')}）`;
  return `${decidedPlace(settled)}「${shownText(decision)}」→ ${judgementWords[decision.judgement]}${said}`;
};

/** Decisions in force, in the order of their cells. */
export const settledIn = ({ decisions }: Results): readonly SettledDecision[] => decisions?.settled ?? [];

/** Where a printed decision comes from: its row on the sheet 判定, where it is written down. */
export const fromDecision = ({ place }: Decision): FigureSource => ({
  kind: 'told',
  text: '読み方に迷うセルについて、人が決めたこと（判定）です。',
  ...(place === undefined ? {} : { place }),
});
