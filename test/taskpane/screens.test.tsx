/** @jest-environment jsdom */

import { TextEncoder } from 'node:util';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problemTexts, type Problem, type ProblemName } from '../../src/problems';
import { everyFaceTexts } from '../../src/problems/catalogue/everyFace';
import type { PaneActions } from '../../src/taskpane/actions/paneActions';
import { finished } from '../../src/kernel';
import * as engine from '../../src/taskpane/actions/engine';
import { reportSheets } from '../../src/report';
import { OutsideExcel, PaneRoot } from '../../src/taskpane/components/PaneRoot';
import { automatic } from '../../src/taskpane/mapping/mapping';
import { initialState, type PaneState } from '../../src/taskpane/state/paneState';
import { paneStore, type PaneStore } from '../../src/taskpane/state/store';
import type { FigureAnswer } from '../../src/taskpane/state/figureAt';
import { goalTotals } from '../../src/taskpane/state/scored';
import { textsOf } from '../../src/taskpane/texts';
import { paneParts } from '../../src/taskpane/texts/cures';
import { answerForm, workbook } from '../builders/answerSheets';
import { lessonRows } from '../builders/lessonRows';

// jsdom has no TextEncoder; every browser has.
Object.defineProperty(globalThis, 'TextEncoder', { value: TextEncoder });
const readingOf = (...given: Parameters<typeof engine.readingOf>) => finished(engine.readingOf(...given));
const book = workbook({ name: '回答', grid: lessonRows() });
const reading = readingOf(book, automatic, undefined);
const [town] =
  reading.outcome.ok && reading.outcome.value.subject === 'answers' ? reading.outcome.value.municipalities : [];
const goalsNow = town === undefined ? new Map<string, string>() : goalTotals(town);
const read: PaneState = { ...initialState, reading, screen: 'reading' };

/** The pane in a given state, with actions that are noted instead of done; what only moves the pane works. */
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
    open: note('open'),
    score: note('score'),
    refresh: note('refresh'),
    recheck: note('recheck'),
    rescore: note('rescore'),
    remap: ({ markMeanings, ...mapping }) => note('remap')({ ...mapping, marks: [...markMeanings] }),
    decide: (asked, judgement) => note('decide')(asked.map(({ cell }) => `${cell}=${judgement}`)),
    takeBack: ({ cell }) => note('takeBack')(cell),
    addYear: ({ name }) => note('addYear')(name),
    preview: note('preview'),
    chooseReport: note('chooseReport'),
    save: note('save'),
    write: note('write'),
    restore: note('restore'),
    cancel: () => void note('cancel')(),
    addForm: note('addForm'),
    openSample: note('openSample'),
    enterSettings: (entered) => {
      store.send({ kind: 'entered', entered });
    },
    tellSettings: note('tellSettings'),
    canInsert: true,
    insertFormula: (formula) => note('insertFormula')(formula),
    takeFormulaBack: note('takeFormulaBack'),
    askFigure: note('askFigure'),
    keepPlan: note('keepPlan'),
    openScoreSheet: note('openScoreSheet'),
    jumpTo: ({ sheet, cell }) => note('jumpTo')(sheet, cell),
    show: (to) => {
      store.send({ kind: 'shown', screen: to });
    },
    chooseMunicipality: (municipality) => {
      store.send({ kind: 'municipality-chosen', municipality });
    },
    typeGoal: (goal) => {
      store.send({ kind: 'goal-typed', goal });
    },
    rememberPlan: (slot) => {
      store.send({ kind: 'plan-remembered', slot });
    },
    viewTowns: (view) => {
      store.send({ kind: 'towns-viewed', view });
    },
    tryOut: (trial) => {
      store.send({ kind: 'tried', trial });
    },
    dismiss: () => {
      store.send({ kind: 'dismissed' });
    },
  };
  const texts = await textsOf(locale);
  await act(async () => {
    render(<PaneRoot store={store} actions={actions} texts={texts} />);
    await Promise.resolve();
  });
  return { store, done };
};

beforeAll(() => {
  Object.defineProperty(window, 'matchMedia', {
    value: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  });
});

test('a workbook is met with what was found in it, and one button', async () => {
  const { done } = await open({ ...read, screen: 'opening' });
  expect(screen.getByText('令和6年度・北塩原村の回答が見つかりました（264件）')).toBeTruthy();
  expect(screen.queryByRole('navigation')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '採点する' }));
  expect(done).toEqual(['score']);
});

test.each([
  ['大雪地区広域連合', '広域連合等は順位・交付額の対象外'],
  ['さいたま市岩槻区', '行政区は順位・交付額の対象外'],
])('the result of %s says why it has no rank and no money', async (municipality, why) => {
  const grid = answerForm({ year: 'R8', municipality, mark: () => '○' });
  const one = readingOf(workbook({ name: '回答', grid }), automatic, undefined);
  await open({ ...initialState, reading: one, screen: 'result' });
  // Both ranks, the money, and the line of the grounds.
  expect(await screen.findAllByText(why)).toHaveLength(4);
  expect(document.body.textContent).not.toMatch(/未登録|全国集計表があると|第1号被保険者数が未入力/);
});

test('a reading in doubt that was to be written goes on with one button', async () => {
  const { done } = await open({ ...read, notice: 'to-confirm' });
  expect(screen.getByText(/^まだ書き込んでいません。/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'この内容で書き込む' }));
  expect(done).toEqual(['save']);
});

test('an empty workbook offers a blank form and the sample, never a terminal', async () => {
  const empty = readingOf(workbook({ name: 'x', grid: [['a']] }), automatic, undefined);
  const { done } = await open({ ...initialState, reading: empty });
  expect(screen.getByText('このブックに評価指標の回答は見つかりませんでした')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '白紙の回答票を追加' }));
  await userEvent.click(screen.getByRole('button', { name: '見本を開く' }));
  expect(done).toEqual(['addForm', 'openSample']);
  expect(document.body.textContent).not.toMatch(/npm|--/);
});

test('the header says whose answers, which year and where, and how the three clocks stand; a press opens the reading', async () => {
  const { store } = await open({ ...read, screen: 'check' });
  const header = screen.getByRole('banner');
  expect(header.textContent).toBe('北塩原村令和6年度・回答!H暫定シート未反映');
  act(() => {
    store.send({ kind: 'cells-changed' });
  });
  expect(header.textContent).toContain('回答が変更済み');
  await userEvent.click(within(header).getByRole('button'));
  expect(store.state().screen).toBe('reading');
});

test('a result written from these answers is 最新', async () => {
  if (!reading.outcome.ok) throw new Error('not scored');
  const written = {
    range: { least: 291, most: 300 },
    goals: new Map<string, string>(),
    checkCode: reading.outcome.value.checkCode,
    besideMark: reading.besideMark,
  };
  await open({ ...read, screen: 'result', written });
  expect(screen.getByRole('banner').textContent).toContain('最新');
});

test('the reading shows whose answers, how sure, three rows, and asks what ◎ means', async () => {
  const { done } = await open(read);
  expect(await screen.findByText('福島県北塩原村')).toBeTruthy();
  expect(screen.getByText('高')).toBeTruthy();
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
  const both = readingOf(workbook({ name: '回答', grid: lessonRows() }, letter), automatic, undefined);
  await open({ ...read, reading: both });
  await userEvent.click(await screen.findByText('読み取りの内訳（シート・行・列）'));
  const rows = within(screen.getByRole('table', { name: '回答' })).getAllByRole('row');
  expect(rows.at(-1)?.textContent).toBe('H回答回答');
  expect(rows[1]?.textContent).toBe('A交付金交付金');
  expect(screen.getByText('送り状').parentElement?.textContent).toBe('送り状 回答の表がありません');
  expect(screen.getByText(/^使った行 2/)).toBeTruthy();
});

test('two years in a workbook are refused, and the button that is offered first is the cure', async () => {
  const sheets = (['R6', 'R8'] as const).map((year) => ({
    name: `回答${year}`,
    grid: answerForm({ year, municipality: '北塩原村', mark: () => '○' }),
  }));
  const two = readingOf(workbook(...sheets), automatic, undefined);
  expect(two.outcome).toMatchObject({ ok: false, problems: [{ name: 'year-ambiguous' }] });
  const { done } = await open({ ...initialState, reading: two, screen: 'opening' });
  const buttons = within(screen.getByRole('contentinfo')).getAllByRole('button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['年度・シートを選ぶ', '調べ直す', '']);
  await userEvent.click(buttons[0]!);
  expect(await screen.findByRole('combobox', { name: '年度' })).toBeTruthy();
  await userEvent.click(within(screen.getByRole('contentinfo')).getByRole('button', { name: '調べ直す' }));
  expect(done).toEqual(['score']);
});

test('a year comes from a file that a person chooses', async () => {
  const { done } = await open(read);
  const button = await screen.findByRole('button', { name: 'ファイルから年度を追加' });
  const input = button.parentElement!.querySelector('input')!;
  const opened = jest.spyOn(input, 'click').mockImplementation(() => undefined);
  await userEvent.click(button);
  expect(opened).toHaveBeenCalledTimes(1);
  await userEvent.upload(input, new File(['{}'], 'R9.json', { type: 'application/json' }));
  expect(done).toEqual(['addYear "R9.json"']);
});

describe('結果', () => {
  test('says points as a range, rank with its basis, every goal against the mean, and the check code', async () => {
    if (!reading.outcome.ok) throw new Error('not scored');
    const { done } = await open({ ...read, screen: 'result' });
    expect(await screen.findByText('291～300点')).toBeTruthy();
    const picture = screen.getByRole('img', { name: /^全国の得点分布：北塩原村 291～300点、全国平均 422\.4点/ });
    expect(picture.querySelectorAll('rect').length).toBeGreaterThan(12);
    expect(screen.getByText('得点率 36.4～37.5％')).toBeTruthy();
    expect(screen.getByText('公表済みの得点と順位から求めた範囲（図は面積が市町村数）')).toBeTruthy();
    expect(screen.getAllByText(/（全国平均[\d.]+）$/)).toHaveLength(9);
    expect(screen.getByText(reading.outcome.value.checkCode)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'シートに書き込む' }));
    expect(done).toEqual(['save']);
  });

  test('the map of the criteria has each once, says what it is in words, and leads to its cell by keys alone', async () => {
    const { done } = await open({ ...read, screen: 'result' });
    const map = await screen.findByRole('region', { name: '枝番の地図' });
    const tiles = within(map).getAllByRole('button');
    expect(tiles).toHaveLength(264);
    expect(tiles.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    act(() => {
      tiles[0]?.focus();
    });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(tiles[0]?.getAttribute('aria-label')).toBe('推進Ⅰ体制1 ア 4点 判定できない');
    expect(done).toEqual(['jumpTo "回答" "H10"']);
  });

  test('the charts come when they are asked for: pictures with words, a legend, and their figures as a table', async () => {
    if (!reading.outcome.ok) throw new Error('not scored');
    const [sheet] = reportSheets(reading.outcome.value, 'charts');
    const [chart] = sheet?.charts ?? [];
    if (sheet === undefined || chart === undefined) throw new Error('no chart');
    await open({ ...read, screen: 'result' });
    await userEvent.click(await screen.findByRole('button', { name: 'グラフを表示' }));
    expect(await screen.findByRole('img', { name: chart.altText })).toBeTruthy();
    const table = screen.getByRole('table', { name: chart.title, hidden: true });
    const rows = within(table).getAllByRole('row', { hidden: true });
    expect(rows).toHaveLength(chart.categories.bottom - chart.categories.top + 2);
  });

  test('of several municipalities it is a table that finds and sorts, and opens one', async () => {
    const two = ['甲町', '乙町'].map((municipality, at) => ({
      name: municipality,
      grid: answerForm({ year: 'R7', municipality, prefecture: '熊本県', mark: () => (at === 0 ? '×' : '○') }),
    }));
    const { store } = await open({
      ...read,
      reading: readingOf(workbook(...two), automatic, undefined),
      screen: 'result',
    });
    const rows = () => screen.getAllByRole('button', { name: /[甲乙]町/ }).map(({ textContent }) => textContent);
    expect(await screen.findByRole('heading', { name: '2市町村' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '得点の順に並べ替え' }));
    expect(rows().map((text) => /[甲乙]/.exec(text)?.[0])).toEqual(['乙', '甲']);
    await userEvent.type(screen.getByRole('searchbox'), '熊本 甲');
    expect(rows()).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: /甲町/ }));
    expect(store.state().municipality).toBe(0);
    await userEvent.click(await screen.findByRole('button', { name: '一覧に戻る' }));
    expect(store.state().municipality).toBeUndefined();
  });
});

describe('確認', () => {
  test('is a list of decisions with their price, worked by ↑ ↓, Enter, O and X', async () => {
    const { done } = await open({ ...read, screen: 'check' });
    expect(await screen.findByText('残り3件・配点9点')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^確認\s*3$/ })).toBeTruthy();
    const jumps = screen.getAllByRole('button', { name: /へ移動$/ });
    expect(jumps.map((button) => button.tabIndex)).toEqual([0, -1, -1]);
    act(() => {
      jumps[0]?.focus();
    });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Enter}ox');
    expect(document.activeElement).toBe(jumps[1]);
    expect(done).toEqual(['jumpTo "回答" "H13"', 'decide ["H13=met"]', 'decide ["H13=unmet"]']);
    await userEvent.click(screen.getByRole('button', { name: '回答!H9 を○とみなす' }));
    expect(done.at(-1)).toBe('decide ["H9=met"]');
  });

  test('each can be unfolded to effect, cure and code', async () => {
    await open({ ...read, screen: 'check' });
    await userEvent.click((await screen.findAllByRole('button', { name: /^詳しく/ }))[0]!);
    expect(screen.getByText(/（E-216）/)).toBeTruthy();
    expect(screen.getByText('直し方')).toBeTruthy();
  });

  test('doubts alike fold into one line that one press settles', async () => {
    const grid = lessonRows().map((row, at) => (at >= 60 && at < 70 ? [...row.slice(0, -1), '△'] : row));
    const { done } = await open({
      ...read,
      reading: readingOf(workbook({ name: '回答', grid }), automatic, undefined),
      screen: 'check',
    });
    await userEvent.click(await screen.findByRole('button', { name: '11件すべてを×とみなす' }));
    expect(done[0]?.match(/=unmet/g)).toHaveLength(11);
    await userEvent.click(screen.getByRole('button', { name: /^1件ずつ見る/ }));
    expect(screen.getByRole('button', { name: '回答!H61 を○とみなす' })).toBeTruthy();
  });
});

describe('資料', () => {
  const row = {
    marker: 'score',
    name: '得点',
    range: 'A1:I36',
    created: false,
    changedCells: 3,
    edited: false,
    editedCells: undefined,
    replaced: undefined,
  };

  test('says of each sheet and paper how it stands, and unfolds what a write would change', async () => {
    const content = {
      ...reading.content,
      names: [{ name: '_INCENTIVE_chartsGD', refersTo: "'グラフ'!$A$1:$J$17", sheet: 'グラフ' }],
    };
    const { done } = await open({
      ...read,
      reading: { ...reading, content },
      screen: 'papers',
      preview: [row, { ...row, marker: 'chartsGD', name: 'グラフ', changedCells: 0 }],
      offered: new Set([
        'summary',
        'a',
        'b',
        'council',
        'analysis',
        'charts',
        'data',
        'plan',
        'criteria-list',
        'improvement',
      ]),
      written: {
        range: { least: 280, most: 280 },
        goals: new Map([
          ['P1', '1～2'],
          ['C4', goalsNow.get('C4') ?? ''],
        ]),
        checkCode: 'AAAAAAAA',
        besideMark: 'none',
      },
    });
    const list = await screen.findByRole('list', { name: 'あわせて作成する資料' });
    const boxes = within(list).getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, true],
      [false, false],
      [false, false],
      [false, false],
      [false, false],
      [false, true],
      [true, false],
      [false, true],
      [false, false],
      [false, false],
      [false, false],
      [false, false],
      [false, true],
    ]);
    expect(within(list).getByText('最新')).toBeTruthy();
    expect(within(list).getByText('内示額が未入力')).toBeTruthy();
    const prefecture = screen.getByRole('checkbox', { name: '県内一覧' });
    expect(document.getElementById(prefecture.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      '複数の市町村の回答か、全国集計表があるときに作成できます。',
    );
    expect(screen.getByText('総得点 280 → 291～300')).toBeTruthy();
    // Goals that the sheets say otherwise, and no others.
    expect(screen.getByText(`推進Ⅰ 1～2 → ${goalsNow.get('P1') ?? ''}`)).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: /資料A/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'グラフ' }));
    expect(done).toEqual(['chooseReport "a" true', 'chooseReport "charts" false']);
  });

  test('asks for the states when it is opened', async () => {
    const { done } = await open({ ...read, screen: 'papers' });
    await screen.findByText('結果シート');
    expect(done).toEqual(['preview']);
  });

  test('figures of another year are named with it and with how many sheets go, and how to keep them', async () => {
    const lastYear = { ...row, replaced: { year: 'R7', municipalities: [] } } as const;
    const preview = [
      lastYear,
      { ...row, marker: 'criteria', name: '指標別' },
      { ...row, marker: 'standing', name: '順位', created: true },
    ];
    const { done } = await open({ ...read, screen: 'papers', preview, asksToOverwrite: true });
    expect(
      screen.getByText(/^「得点」など2シートは令和7年度の結果です。書き込むと置き換わります。.*例：得点R7/),
    ).toBeTruthy();
    expect(screen.getByText('令和7年度の結果を置き換えます')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '上書きして書き込む' }));
    expect(done).toEqual(['write']);
  });

  test('figures of another municipality are named with it and with whose take their place', async () => {
    const preview = [
      { ...row, replaced: { year: 'R7', municipalities: ['八王子市'] } },
      {
        ...row,
        marker: 'criteria',
        name: '指標別',
        replaced: { year: undefined, municipalities: ['八王子市', '府中市（広島県）'] },
      },
    ] as const;
    await open({ ...read, screen: 'papers', preview, asksToOverwrite: true });
    expect(
      screen.getByText(
        /^「得点」など2シートに八王子市・府中市（広島県）（令和7年度）の結果があります。書き込むと北塩原村の結果に置き換わります。.*例：得点（八王子市）/,
      ),
    ).toBeTruthy();
    expect(screen.getByText('八王子市・府中市（広島県）の結果を置き換えます')).toBeTruthy();
  });

  test('values changed by hand are named, and written over only by a press that says so', async () => {
    const { done } = await open({
      ...read,
      screen: 'papers',
      preview: [{ ...row, edited: true, editedCells: ['B2', 'C9'] }],
      asksToOverwrite: true,
    });
    expect(screen.getByText(/^「得点!B2、C9」に、書き込み後に手で変更された値があります/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '上書きして書き込む' }));
    expect(done).toEqual(['write']);
  });
});

test('金額の入力 shows what the sheet 設定 says, and gives what was changed', async () => {
  const settings = {
    name: '設定',
    grid: [
      ['項目', '値', '単位'],
      ['第1号被保険者数', 1200, '人'],
    ],
  };
  const both = readingOf(workbook({ name: '回答', grid: lessonRows() }, settings), automatic, undefined);
  const { done, store } = await open({ ...read, reading: both, screen: 'money' });
  const insured = await screen.findByRole<HTMLInputElement>('textbox', { name: '第1号被保険者数' });
  expect(insured.value).toBe('1200');
  await userEvent.type(screen.getByRole('textbox', { name: '内示額（支援）' }), '2,345');
  await userEvent.click(screen.getByRole('button', { name: '設定シートに書き込む' }));
  expect(done).toEqual(['tellSettings']);
  expect([...(store.state().entered?.fields ?? [])]).toEqual([['notice.support', '2,345']]);
});

test('使途 is entered as rows, and its sums stand against the amounts decided while it is typed', async () => {
  const settings = {
    name: '設定',
    grid: [
      ['項目', '値', '単位'],
      ['内示額（推進）', 1000, '千円'],
      [],
      ['事業名', '交付金', '経費区分', '金額', '単位'],
      ['通いの場', '推進', '地域支援事業', 400, '千円'],
      [null, null, null, null, '千円'],
    ],
  };
  const both = readingOf(workbook({ name: '回答', grid: lessonRows() }, settings), automatic, undefined);
  const { store } = await open({ ...read, reading: both, screen: 'money' });
  expect(await screen.findByText('：計400千円／内示額1,000千円（未充当600千円）')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '事業を追加' }));
  const second = screen.getByRole('group', { name: '事業2' });
  expect(document.activeElement).toBe(within(second).getByRole('textbox', { name: '事業名' }));
  expect(screen.queryByText(/読み取れない行/)).toBeNull();
  await userEvent.type(within(second).getByRole('textbox', { name: '事業名' }), '見守り');
  expect(screen.getByText('事業名か金額を読み取れない行が1件あります。計には入れていません。')).toBeTruthy();
  await userEvent.type(within(second).getByRole('textbox', { name: '金額' }), '700');
  expect(screen.getByText('：計1,100千円／内示額1,000千円（100千円超過）')).toBeTruthy();
  // The amount decided that is being typed counts too.
  const notice = screen.getByRole('textbox', { name: '内示額（推進・通常枠）' });
  await userEvent.clear(notice);
  await userEvent.type(notice, '1,100');
  expect(screen.getByText('：計1,100千円／内示額1,100千円（一致）')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '事業1を削除' }));
  expect(screen.getByText('：計700千円／内示額1,100千円（未充当400千円）')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '事業を追加' }));
  // The row that was removed keeps its place; the other stays beside what is written there.
  expect(store.state().entered?.programmes?.lines.map((line) => line?.name)).toEqual([undefined, '見守り']);
});

test('関数の挿入 makes the formula of this workbook, and its message takes it out again', async () => {
  const { store, done } = await open({ ...read, screen: 'functions' });
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: '区分' }), '推進Ⅰ');
  await userEvent.click(screen.getByRole('button', { name: '選択したセルに入れる' }));
  expect(done).toEqual([`insertFormula ${JSON.stringify('=INCENTIVE.SCORE(\'回答\'!A8:H272,"R6","P1")')}`]);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '関数' }), 'GRANT');
  // Nobody told the insured persons.
  expect(screen.getByText(/^この関数は、1市町村の回答が/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '選択したセルに入れる' }));
  expect(done).toHaveLength(1);
  act(() => {
    store.send({ kind: 'formula-inserted', inserted: { sheet: '回答', cell: 'K2', formula: '=1' } });
  });
  expect(screen.getByText('回答!K2 に関数を入れました。')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '元に戻す' }));
  expect(done.at(-1)).toBe('takeFormulaBack');
});

describe('もしも', () => {
  test('a tick moves points and rank at once; nothing is written', async () => {
    const { store, done } = await open({ ...read, screen: 'plan' });
    expect(await screen.findByText('291～300点')).toBeTruthy();
    const [box] = screen.getAllByRole('checkbox');
    await userEvent.click(box!);
    expect(store.state().trial.size).toBeGreaterThan(0);
    expect(screen.getByText(/^291～300点 → 3\d\d～3\d\d点$/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '案をシートに残す' }));
    expect(done).toEqual(['keepPlan']);
    await userEvent.click(screen.getByRole('button', { name: '選択を解除' }));
    expect(store.state().trial.size).toBe(0);
  });

  test('a goal in words puts the least work that reaches it on trial; one that cannot be told says why', async () => {
    const { store } = await open({ ...read, screen: 'plan' });
    const goal = await screen.findByRole('textbox', { name: '目標' });
    await userEvent.type(goal, '310点{Enter}');
    expect(store.state().trial.size).toBeGreaterThan(0);
    await userEvent.clear(goal);
    await userEvent.type(goal, '県内3位{Enter}');
    expect(await screen.findByText(/（E-58\d）$/)).toBeTruthy();
  });

  test('two plans stand side by side and are taken up again', async () => {
    const { store } = await open({ ...read, screen: 'plan', trial: new Set([20]) });
    await userEvent.click(await screen.findByRole('button', { name: '案Aとして覚える' }));
    act(() => {
      store.send({ kind: 'tried', trial: new Set([21, 22]) });
    });
    await userEvent.click(screen.getByRole('button', { name: '案Bとして覚える' }));
    expect(screen.getByRole('button', { name: /^案B：.*（2件）$/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^案A：/ }));
    expect([...store.state().trial]).toEqual([20]);
  });
});

describe('数値の根拠', () => {
  const figure: FigureAnswer = {
    kind: 'figure',
    place: '資料A!B5',
    printed: '1,447',
    source: { kind: 'answers', text: '回答を採点した得点です。', place: { sheet: '回答', cell: 'H9' } },
  };
  const at = (more: Partial<PaneState>) => open({ ...read, screen: 'source', ...more });

  test('shows the figure as printed, the kind in words, the sentence, and the way to the cell it rests on', async () => {
    const { done } = await at({ figure });
    await userEvent.click(await screen.findByRole('button', { name: '選択したセルの根拠を見る' }));
    for (const text of ['資料A!B5', '1,447', '種類：回答を採点した値', '回答を採点した得点です。'])
      expect(screen.getByText(text)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '元のセルへ移動（回答!H9）' }));
    expect(done).toEqual(['askFigure', 'jumpTo "回答" "H9"']);
  });

  test('says that the sheet differs, and offers to write', async () => {
    const { done } = await at({ figure: { ...figure, found: '' } });
    expect(await screen.findByText(/^セルの値（空欄）は、現在の採点結果と一致しません。/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'シートに書き込む' }));
    expect(done).toEqual(['save']);
  });

  test.each([
    ['no-figure', /根拠を示す数値はありません/],
    ['not-ours', /採点で書き込んだものではありません/],
    ['other-scoring', /現在の採点では作成されない/],
  ] as const)('%s is said in words', async (kind, words) => {
    await at({ figure: { kind, place: '得点!A1' } });
    expect(await screen.findByText(words)).toBeTruthy();
  });
});

describe('the message bar', () => {
  test('shows a running task with its stage, a determinate bar and 中止, and tells screen readers', async () => {
    const busy = { task: 'write', stage: 'prepare', share: 0.5, waiting: true, cancelling: false } as const;
    const { done } = await open({ ...read, busy });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.5');
    expect(screen.getByText('シートに書き込み中（書き込みの準備）')).toBeTruthy();
    expect(
      screen.getAllByRole('status').some(({ textContent }) => textContent.includes('Excel の応答を待っています')),
    ).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: '中止' }));
    expect(done).toEqual(['cancel']);
  });

  test('names the sheets that were written, with the way back', async () => {
    const sheet = { marker: 'score', name: '得点', created: true, changedCells: 9 };
    const { done } = await open({
      ...read,
      screen: 'result',
      notice: 'written',
      canRestore: true,
      lastWrite: { sheets: [sheet, { ...sheet, name: '要確認' }] },
    });
    expect(screen.getByText('書き込みました：得点・要確認')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '元に戻す' }));
    expect(done).toEqual(['restore']);
    expect(document.activeElement?.id).toBe('primary-action');
  });

  test('says that answers were changed since, with the way to score them again', async () => {
    const { done } = await open({ ...read, screen: 'result', stale: true });
    await userEvent.click(screen.getByRole('button', { name: '採点し直す' }));
    expect(done).toEqual(['rescore']);
  });
});

test('a screen the pane opens by itself takes the focus to its heading, which Tab finds; a chosen tab keeps it', async () => {
  const { store } = await open(read);
  await screen.findByRole('heading', { name: '読み取りの内容' });
  act(() => {
    store.send({ kind: 'asked-to-overwrite' });
  });
  expect([document.activeElement?.textContent, (document.activeElement as HTMLElement).tabIndex]).toEqual(['資料', 0]);
  const tab = screen.getByRole('button', { name: '結果' });
  await userEvent.click(tab);
  expect(document.activeElement).toBe(tab);
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
    'help.html',
    'functions.html',
    'trouble.html',
    'trouble.html',
  ]);
});

/** Raised by options of the command line, or in a cell by a function. */
const elsewhere = /^(?:chosen-|function-|mapping-shape|municipality-choice-in-nation)/;

// Whether a role can be seen (`hidden`) is asked once, above; for every problem it would take most of the time.
test.each(Object.keys(problemTexts).map((name) => [name as ProblemName]))(
  '%s is shown with code, what, effect and cure',
  async (name) => {
    const fault = faultOf(name);
    const { store } = await open({ ...initialState, faults: [fault] });
    const { what, effect, cure } = paneParts(fault, 'ja');
    const alert = screen.getByRole('alert', { hidden: true });
    for (const part of [fault.code, what, '回答!H9', effect, cure]) expect(alert.textContent).toContain(part);
    if (name in everyFaceTexts && !elsewhere.test(name))
      expect(alert.textContent).not.toMatch(/npm|--[a-z]|[PSC]\d[pao]\d/);
    fireEvent.click(within(alert).getByRole('button', { name: '閉じる', hidden: true }));
    expect(store.state().faults).toEqual([]);
  },
);

test('in English the pane speaks English', async () => {
  await open(read, 'en-US');
  expect(await screen.findByRole('heading', { name: 'How it was read' })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/読み取り|採点/);
});

test('結果 of open answers says the fewest points, and their rate, only as one end of the range', async () => {
  if (!reading.outcome.ok || reading.outcome.value.subject === 'facts') throw new Error('not scored');
  const { least, most } = reading.outcome.value.municipalities[0]!.range;
  expect(least).toBeLessThan(most);
  await open({ ...read, screen: 'result' });
  fireEvent.click(screen.getByRole('button', { name: 'グラフを表示', hidden: true }));
  await act(() => new Promise((done) => setTimeout(done, 50)));
  expect(document.querySelectorAll('h4').length).toBeGreaterThan(0);
  const rate = ((least / 800) * 100).toFixed(1).replace('.', '\\.');
  // The bars of the chart, and their table, are named 確定分.
  expect(document.body.textContent).toContain('北塩原村（確定分）');
  const paragraphs = [
    ...[...document.querySelectorAll('p, dd, dt, h2, li span')].map((one) => one.textContent),
    ...[...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label') ?? ''),
  ];
  const alone = new RegExp(`(?<![\\d,.～])(?:${String(least)}点|${rate}[%％])(?!～)`);
  expect(paragraphs.filter((text) => alone.test(text))).toEqual([]);
});

const inJapanese = /[\u3041-\u30ff\u3400-\u9fff]/;

test.each<[string, PaneState]>([
  ['opening', { ...read, screen: 'opening' }],
  ['reading', read],
  ['result', { ...read, screen: 'result' }],
  ['check', { ...read, screen: 'check' }],
  ['papers', { ...read, screen: 'papers' }],
  ['plan', { ...read, screen: 'plan' }],
  ['money', { ...read, screen: 'money' }],
  ['more', { ...read, screen: 'more' }],
  ['a fault', { ...read, screen: 'result', faults: [faultOf('year-contradicts')] }],
])('in English, Japanese is marked as such: %s', async (_, state) => {
  await open(state, 'en-US');
  for (const button of screen.queryAllByRole('button', { name: /charts|More|One by one/, hidden: true }).slice(0, 12))
    fireEvent.click(button);
  // The charts are loaded when they are asked for.
  await act(() => new Promise((done) => setTimeout(done, 50)));
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const unmarked: string[] = [];
  let seen = 0;
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const text = node.textContent ?? '';
    seen += 1;
    const lang = node.parentElement?.closest('[lang]')?.getAttribute('lang');
    if (inJapanese.test(text) && lang !== 'ja') unmarked.push(text);
  }
  expect(seen).toBeGreaterThan(5);
  expect(unmarked).toEqual([]);
});

test('outside Excel the page says so and names the command line', async () => {
  render(<OutsideExcel texts={await textsOf('ja-JP')} />);
  expect(screen.getByText(/コマンドライン版/)).toBeTruthy();
});
