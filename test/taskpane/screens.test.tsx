/** @jest-environment jsdom */

import { TextEncoder } from 'node:util';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { partsOf, problemTexts, type Problem, type ProblemName } from '../../src/problems';
import type { PaneActions } from '../../src/taskpane/actions/paneActions';
import { finished } from '../../src/kernel';
import * as engine from '../../src/taskpane/actions/engine';
import { reportSheets } from '../../src/report';
import { OutsideExcel, PaneRoot } from '../../src/taskpane/components/PaneRoot';
import { automatic } from '../../src/taskpane/mapping/mapping';
import { initialState, type PaneState } from '../../src/taskpane/state/paneState';
import { paneStore, type PaneStore } from '../../src/taskpane/state/store';
import type { FigureAnswer } from '../../src/taskpane/state/figureAt';
import { textsOf } from '../../src/taskpane/texts';
import { answerForm, workbook } from '../builders/answerSheets';

// jsdom has no TextEncoder; every browser has.
Object.defineProperty(globalThis, 'TextEncoder', { value: TextEncoder });
const readingOf = (...given: Parameters<typeof engine.readingOf>) => finished(engine.readingOf(...given));
const { sample } = engine;
const book = workbook({ name: '回答', grid: sample().rows });
const reading = readingOf(book, automatic, undefined);
const read: PaneState = { ...initialState, reading, screen: 'layout' };

/** The pane in a given state, with actions that are noted instead of done; show, filter and dismiss work. */
const open = async (
  state: PaneState,
  locale = 'ja-JP',
): Promise<{ readonly store: PaneStore; readonly done: string[] }> => {
  const store = paneStore(state);
  const done: string[] = [];
  const note =
    (name: string) =>
    (...given: readonly unknown[]): Promise<void> => {
      done.push([name, ...given.map((one) => JSON.stringify(one))].join(' '));
      return Promise.resolve();
    };
  const actions: PaneActions = {
    score: note('score'),
    refresh: note('refresh'),
    recheck: note('recheck'),
    remap: ({ markMeanings, ...mapping }) => note('remap')({ ...mapping, marks: [...markMeanings] }),
    addYear: ({ name }) => note('addYear')(name),
    preview: note('preview'),
    chooseReport: note('chooseReport'),
    write: note('write'),
    restore: note('restore'),
    cancel: () => void note('cancel')(),
    addForm: note('addForm'),
    openSample: note('openSample'),
    askFigure: note('askFigure'),
    jumpTo: ({ sheet, cell }) => note('jumpTo')(sheet, cell),
    show: (to) => {
      store.send({ kind: 'shown', screen: to });
    },
    filter: (filter) => {
      store.send({ kind: 'filtered', filter });
    },
    dismiss: () => {
      store.send({ kind: 'dismissed' });
    },
  };
  await act(async () => {
    render(<PaneRoot store={store} actions={actions} texts={textsOf(locale)} />);
    await Promise.resolve();
  });
  return { store, done };
};

beforeAll(() => {
  Object.defineProperty(window, 'matchMedia', {
    value: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  });
});

test('the first run has one heading, three lines, 採点, the sample and skip', async () => {
  const { done } = await open(initialState);
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  await userEvent.click(screen.getByRole('button', { name: 'この表を採点' }));
  await userEvent.click(screen.getByRole('button', { name: '見本を開く' }));
  expect(done).toEqual(['score', 'openSample']);
  await userEvent.click(screen.getByRole('button', { name: 'スキップ' }));
  expect(await screen.findByRole('heading', { name: 'まだ読み取っていません' })).toBeTruthy();
});

test('the reading shows whose answers, how sure, three rows, and asks what ◎ means', async () => {
  const { done } = await open(read);
  expect(await screen.findByText('福島県北塩原村')).toBeTruthy();
  expect(screen.getByText('高い')).toBeTruthy();
  expect(within(screen.getByRole('table', { name: '読み取りの例' })).getAllByRole('row')).toHaveLength(4);
  await userEvent.click(screen.getByRole('radio', { name: '該当（○）' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '年度' }), 'R7');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '回答の列' }), '7');
  expect(done).toEqual([
    'remap {"marks":[["◎","met"]]}',
    'remap {"year":"R7","marks":[]}',
    'remap {"sheet":"回答","column":{"index":7,"header":"回答"},"marks":[]}',
  ]);
});

test('the reading unfolds to what every sheet and column was taken for', async () => {
  const letter = { name: '送り状', grid: [['よろしくお願いします']] };
  const both = readingOf(workbook({ name: '回答', grid: sample().rows }, letter), automatic, undefined);
  await open({ ...read, reading: both });
  await userEvent.click(await screen.findByText('読み取りの内容（シート・行・列）'));
  const rows = within(screen.getByRole('table', { name: '回答' })).getAllByRole('row');
  expect(rows.at(-1)?.textContent).toBe('H回答回答');
  expect(rows[1]?.textContent).toBe('A交付金交付金');
  expect(screen.getByText('送り状').parentElement?.textContent).toBe('送り状 回答の表がありません');
  expect(screen.getByText(/^使った行 2/)).toBeTruthy();
});

test('a year comes from a file that a person chooses', async () => {
  const { done } = await open(read);
  const button = await screen.findByRole('button', { name: 'ファイルから年度を加える' });
  const input = button.parentElement!.querySelector('input')!;
  const opened = jest.spyOn(input, 'click').mockImplementation(() => undefined);
  await userEvent.click(button);
  expect(opened).toHaveBeenCalledTimes(1);
  await userEvent.upload(input, new File(['{}'], 'R9.json', { type: 'application/json' }));
  expect(done).toEqual(['addYear "R9.json"']);
});

test('what kept a workbook from being scored stands on the reading with code, effect and cure', async () => {
  await open({ ...read, reading: readingOf(workbook({ name: 'x', grid: [['a']] }), automatic, undefined) });
  expect(await screen.findByText(/^E-201/)).toBeTruthy();
  expect(screen.getByText('直し方')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'この読み方で採点' })).toBeNull();
});

test('the problems are grouped, counted, filtered, and reached with ↑ ↓ Enter', async () => {
  const { done } = await open({ ...read, screen: 'problems' });
  const group = await screen.findByRole('region', { name: '要確認' });
  expect(within(group).getAllByRole('listitem')).toHaveLength(3);
  expect(screen.getByRole('button', { name: /^確認\s*3$/ })).toBeTruthy();
  const buttons = within(group).getAllByRole('button');
  expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1, -1]);
  act(() => {
    buttons[0]?.focus();
  });
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
  expect(document.activeElement).toBe(buttons[1]);
  expect(done).toEqual(['jumpTo "回答" "H13"']);
  await userEvent.click(screen.getByRole('button', { name: /^止まる誤り 0$/ }));
  expect(screen.getByText('この種類の箇所はありません。')).toBeTruthy();
});

test('the preview lists sheets, ranges and cells, warns of edits, and shows old → new', async () => {
  const row = { marker: 'score', name: '得点', range: 'A1:I36', created: false, changedCells: 3, edited: true };
  const { done } = await open({
    ...read,
    screen: 'preview',
    preview: [row, { ...row, marker: 'record', name: '処理記録', created: true, edited: false }],
    written: { total: 280, most: 280, checkCode: 'AAAAAAAA' },
  });
  expect(await screen.findByText(/^総得点 280 → \d{3}～\d{3}$/)).toBeTruthy();
  expect(screen.getAllByText('範囲 A1:I36・3 セル')).toHaveLength(2);
  expect(screen.getByText('前回の書き込み後に編集されています')).toBeTruthy();
  expect(screen.getByText('確認する箇所が 3 件残っています。')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '書き込む' }));
  expect(done).toEqual(['write']);
});

test('the result shows total, range, rank with its basis, every goal against the mean, and the check code', async () => {
  if (!reading.outcome.ok) throw new Error('not scored');
  const { done } = await open({ ...read, screen: 'result', canRestore: true });
  expect(await screen.findByText(/^\d{3} 点／800 点$/)).toBeTruthy();
  expect(screen.getByText(/^暫定：未確定の回答により \d{3}～\d{3} 点$/)).toBeTruthy();
  expect(screen.getByText('公表された得点と順位の組による範囲')).toBeTruthy();
  expect(screen.getAllByText(/（全国平均 [\d.]+）$/)).toHaveLength(9);
  expect(screen.getByText(reading.outcome.value.checkCode)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '元に戻す' }));
  await userEvent.click(screen.getByRole('button', { name: '更新' }));
  expect(done).toEqual(['restore', 'refresh']);
});

test('the preview offers the reports: ticked where they stand, and what the others need where they say nothing', async () => {
  const content = {
    ...reading.content,
    names: [{ name: '_INCENTIVE_chartsGD', refersTo: "'グラフ'!$A$1:$J$17", sheet: 'グラフ' }],
  };
  const { done } = await open({
    ...read,
    reading: { ...reading, content },
    screen: 'preview',
    preview: [],
    offered: new Set(['a', 'b', 'analysis', 'charts', 'data', 'plan']),
  });
  const group = await screen.findByRole('group', { name: '一緒に書く報告書' });
  const boxes = within(group).getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
    [false, false],
    [false, false],
    [false, false],
    [false, true],
    [true, false],
    [false, false],
    [false, false],
  ]);
  expect(within(group).getByText('ブックにあるシートを更新します')).toBeTruthy();
  const list = screen.getByRole('checkbox', { name: '県内一覧' });
  expect(document.getElementById(list.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    '複数の市町村の回答か、全国集計表があるときに作れます。',
  );
  await userEvent.click(screen.getByRole('checkbox', { name: '資料A' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'グラフ' }));
  expect(done).toEqual(['chooseReport "a" true', 'chooseReport "charts" false']);
});

test('the charts of the result are pictures with words, a legend, and their figures as a table', async () => {
  if (!reading.outcome.ok) throw new Error('not scored');
  const [sheet] = reportSheets(reading.outcome.value, 'charts');
  const [chart] = sheet?.charts ?? [];
  if (sheet === undefined || chart === undefined) throw new Error('no chart');
  await open({ ...read, screen: 'result' });
  expect(await screen.findByRole('img', { name: chart.altText })).toBeTruthy();
  expect(screen.getByRole('heading', { name: chart.title })).toBeTruthy();
  const table = screen.getByRole('table', { name: chart.title, hidden: true });
  const { categories, series } = chart;
  const rows = within(table).getAllByRole('row', { hidden: true });
  expect(rows).toHaveLength(categories.bottom - categories.top + 2);
  expect(rows[0]?.textContent).toBe(`区分${series.map(({ name }) => name).join('')}`);
  expect(rows[1]?.textContent).toMatch(/^推進Ⅰ[\d.]+%/);
});

test('with several municipalities there is no chart', async () => {
  const two = ['甲町', '乙町'].map((municipality) => ({
    name: municipality,
    grid: answerForm({ year: 'R7', municipality, prefecture: '熊本県', mark: () => '○' }),
  }));
  await open({ ...read, reading: readingOf(workbook(...two), automatic, undefined), screen: 'result' });
  await screen.findByRole('combobox', { name: '市町村' });
  await act(() => import('../../src/taskpane/components/Charts'));
  expect(screen.queryByRole('heading', { name: 'グラフ' })).toBeNull();
});

describe('この数字はどこから？', () => {
  const figure: FigureAnswer = {
    kind: 'figure',
    place: '資料A!B5',
    printed: '1,447',
    source: { kind: 'answers', text: '回答を採点した得点です。', place: { sheet: '回答', cell: 'H9' } },
  };
  const at = (more: Partial<PaneState>) => open({ ...read, screen: 'source', ...more });

  test('shows the figure as printed, the kind in words, the sentence, and the way to the cell it rests on', async () => {
    const { done } = await at({ figure });
    await userEvent.click(await screen.findByRole('button', { name: '選んだセルの出所を見る' }));
    for (const text of ['資料A!B5', '1,447', '種類：回答を採点した値', '回答を採点した得点です。'])
      expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更新' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '元のセルへ移動（回答!H9）' }));
    expect(done).toEqual(['askFigure', 'jumpTo "回答" "H9"']);
  });

  test('says that the sheet differs, and offers 更新', async () => {
    const { done } = await at({ figure: { ...figure, found: '' } });
    expect(await screen.findByText(/^セルの値（空欄）は、いまの採点と違います。/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '更新' }));
    expect(done).toEqual(['refresh']);
  });

  test.each([
    ['no-figure', /出所を示す数字はありません/],
    ['not-ours', /採点が書いたものではありません/],
    ['other-scoring', /いまの採点では作られません/],
  ] as const)('%s is said in words', async (kind, words) => {
    await at({ figure: { kind, place: '得点!A1' } });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('without a scoring it asks for one first', async () => {
    const { done } = await open({ ...initialState, screen: 'source' });
    expect(await screen.findByText(/^先に採点してください/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '選んだセルの出所を見る' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'この表を採点' }));
    expect(done).toEqual(['score']);
  });

  test('stands on the result too', async () => {
    await open({ ...read, screen: 'result' });
    expect(await screen.findByRole('button', { name: '選んだセルの出所を見る' })).toBeTruthy();
  });
});

test('a running task shows its stage, a determinate bar and 中止, and is told to screen readers', async () => {
  const busy = { task: 'write', stage: 'prepare', share: 0.5, waiting: true, cancelling: false } as const;
  const { done } = await open({ ...read, busy });
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.5');
  expect(screen.getByText('シートに書き込んでいます：書き込みの準備')).toBeTruthy();
  expect(
    screen.getAllByRole('status').some(({ textContent }) => textContent.includes('Excel の応答を待っています')),
  ).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '中止' }));
  expect(done).toEqual(['cancel']);
});

test('a screen the pane opens by itself takes the focus to its heading; a chosen step keeps it', async () => {
  const { store } = await open(read);
  await screen.findByRole('heading', { name: '読み取った表' });
  act(() => {
    store.send({ kind: 'previewed', preview: [], offered: new Set() });
  });
  expect(document.activeElement?.textContent).toBe('書き込む内容');
  const step = screen.getByRole('button', { name: '結果' });
  await userEvent.click(step);
  expect(document.activeElement).toBe(step);
});

const faultOf = (name: ProblemName): Problem => {
  const text = problemTexts[name];
  const { code, severity } = text;
  return {
    name,
    text,
    code,
    severity,
    sheet: '回答',
    cell: 'H9',
    found: '△',
    expected: '○',
    pointsAtStake: 4,
    facts: {},
  };
};

test('what went wrong is an alert that can be seen, and closed with the mouse', async () => {
  const { store } = await open({ ...initialState, faults: [faultOf('excel-protected')] });
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: '閉じる' }));
  expect(store.state().faults).toEqual([]);
});

test('the pages of help are at hand: on the first screen, and 動かないとき beside what went wrong', async () => {
  await open({ ...initialState, faults: [faultOf('excel-protected')] });
  const beside = within(screen.getByRole('alert')).getByRole('link', { name: '動かないとき' });
  expect(beside.getAttribute('href')).toBe('trouble.html');
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'trouble.html',
    'help.html',
    'functions.html',
    'trouble.html',
  ]);
});

// Whether a role can be seen (`hidden`) is asked once, above; for every problem it would take most of the time.
test.each(Object.keys(problemTexts).map((name) => [name as ProblemName]))(
  '%s is shown with code, what, effect and cure',
  async (name) => {
    const fault = faultOf(name);
    const { store } = await open({ ...initialState, faults: [fault] });
    const { what, effect, cure } = partsOf(fault);
    const alert = screen.getByRole('alert', { hidden: true });
    for (const part of [fault.code, what, '回答!H9', effect, cure]) expect(alert.textContent).toContain(part);
    fireEvent.click(within(alert).getByRole('button', { name: '閉じる', hidden: true }));
    expect(store.state().faults).toEqual([]);
  },
);

test('in English the pane speaks English', async () => {
  await open(read, 'en-US');
  expect(await screen.findByRole('heading', { name: 'The table as it was read' })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/読み取った|採点/);
});

test('outside Excel the page says so and names the command line', () => {
  render(<OutsideExcel texts={textsOf('ja-JP')} />);
  expect(screen.getByText(/コマンドライン版/)).toBeTruthy();
});
