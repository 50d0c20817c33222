import * as fc from 'fast-check';
import { asksOf } from '../../src/answers';
import { municipalitiesOf } from '../../src/evaluation';
import { finished, sha256Hex } from '../../src/kernel';
import { answerable } from '../../src/problems';
import { automatic } from '../../src/taskpane/mapping/mapping';
import { standingOf } from '../../src/taskpane/state/clocks';
import { rangeText } from '../../src/taskpane/state/scored';
import { workbook } from '../builders/answerSheets';
import { web } from '../host/excelProfiles';
import type { HostSheet } from '../host/model/hostSheet';
import { openSample, type Pane } from './openPane';

/*
 * The three clocks: answers, result, sheets. Whatever a person edits in the workbook and presses in the pane, in any order:
 * nothing stale is written, the pane never shows a total that differs from the sheet without saying so, and 元に戻す gives back
 * what was there.
 */

const firstAnswer = 8;
const answerColumn = 7;

/** What the workbook says on its sheet 得点; undefined where there is none, or it was taken back. */
const printedTotal = ({ excel }: Pane): string | undefined =>
  /総得点 ([\d～]+)点/.exec(String(excel.workbook.sheet('得点')?.cell(2, 0).value ?? ''))?.[1];

/** What the workbook comes to when it is read from scratch, with the decisions of its sheet 判定 or of the session. */
const totalIn = (pane: Pane): string | undefined => {
  const { decisions } = pane.store.state();
  const sheets = pane.excel.workbook.sheets
    .filter(({ name }) => name === '回答' || name === '判定')
    .map((sheet) => ({ name: sheet.name, grid: gridOf(sheet) }));
  const { outcome } = finished(pane.engine.readingOf(workbook(...sheets), automatic, undefined, decisions));
  const [only] = outcome.ok ? municipalitiesOf(outcome.value) : [];
  return only && rangeText(only.range.least, only.range.most);
};

/** Without the blank cells at the end of rows and sheet, which a sheet that was once larger still has. */
const gridOf = ({ rows }: HostSheet) => {
  const lines = rows.map((cells) => {
    const values = cells.map((cell) => (cell === undefined || cell.value === '' ? null : cell.value));
    return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
  });
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
};

const shownTotal = ({ store }: Pane): string | undefined => {
  const { outcome } = store.state().reading ?? {};
  const [only] = outcome?.ok === true ? municipalitiesOf(outcome.value) : [];
  return only && rangeText(only.range.least, only.range.most);
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 25));

type Step =
  | { readonly kind: 'edit'; readonly row: number; readonly mark: string; readonly silent: boolean }
  | { readonly kind: 'score' | 'save' | 'recheck' | 'restore' | 'refresh' | 'decide' | 'takeBack' | 'wait' };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        row: fc.integer({ min: 0, max: 40 }),
        mark: fc.constantFrom('○', '×', '△', ''),
        silent: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'score' as const,
          'save' as const,
          'recheck' as const,
          'restore' as const,
          'refresh' as const,
          'decide' as const,
          'takeBack' as const,
          'wait' as const,
        ),
      }),
    },
  ),
  { minLength: 2, maxLength: 9 },
);

const take = async (pane: Pane, step: Step): Promise<void> => {
  const { actions, store, excel } = pane;
  const results = () => {
    const { outcome } = store.state().reading ?? {};
    return outcome?.ok === true ? outcome.value : undefined;
  };
  switch (step.kind) {
    case 'edit':
      // A drop-down on the web gives no event (rules/excel.md#where-our-host-is-kinder).
      excel.workbook.type(
        '回答',
        [[step.mark]],
        { row: firstAnswer + step.row, column: answerColumn },
        step.silent ? 'drop-down' : 'typing',
      );
      return settled();
    case 'decide': {
      const { content } = store.state().reading ?? {};
      const doubt = results()?.problems.find((one) => answerable(one) === 'met-unmet');
      if (doubt !== undefined && content !== undefined) await actions.decide(asksOf(doubt, content).slice(0, 1), 'met');
      return;
    }
    case 'takeBack': {
      const [first] = store.state().decisions ?? [];
      if (first !== undefined) await actions.takeBack(first);
      return;
    }
    case 'wait':
      pane.later();
      return settled();
    case 'score':
    case 'save':
    case 'recheck':
    case 'restore':
    case 'refresh':
      return actions[step.kind]();
  }
};

/** The texts of our sheets, to tell whether 元に戻す gives back what was there. */
const ourTexts = ({ excel }: Pane): string =>
  excel.workbook.sheets
    .filter(({ name, visibility }) => name !== '回答' && visibility === 'Visible')
    .map((sheet) => `${sheet.name} ${sha256Hex(JSON.stringify(gridOf(sheet))).slice(0, 8)}`)
    .join();

test('no order of edits and presses writes a stale total, hides a difference, or loses what was there', async () => {
  let [writes, refusals, restores] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(steps, async (chosen) => {
      const pane = openSample(undefined, web);
      const { store } = pane;
      await pane.actions.score();
      let before: string | undefined;
      for (const step of chosen) {
        const writing = step.kind === 'save' || step.kind === 'refresh';
        const standing = ourTexts(pane);
        const lastWrite = store.state().lastWrite;
        await take(pane, step);
        if (writing && store.state().lastWrite !== lastWrite) {
          writes += 1;
          if (store.state().notice === 'written') before = standing;
          // What was written is the total of the answers as they are now.
          expect(printedTotal(pane)).toBe(totalIn(pane));
        } else if (writing && store.state().faults.length > 0) {
          refusals += 1;
          expect(ourTexts(pane)).toBe(standing);
        }
        if (step.kind === 'restore' && store.state().notice === 'restored') {
          restores += 1;
          expect(ourTexts(pane)).toBe(before);
        }
        // 最新 is said only where the sheets say what the pane says.
        if (standingOf(store.state()) === 'fresh') expect(printedTotal(pane)).toBe(shownTotal(pane));
      }
      expect(pane.bugs).toEqual([]);
    }),
    { numRuns: 25, seed: 16 },
  );
  expect([writes > 10, refusals > 0, restores > 0]).toEqual([true, true, true]);
});
