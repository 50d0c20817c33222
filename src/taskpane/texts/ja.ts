import { count } from './ja/count';
import { layout } from './ja/layout';
import { reports } from './ja/reports';
import { result } from './ja/result';
import { source } from './ja/source';
import type { PaneTexts } from './paneTexts';

/** 日本語 */
export const ja: PaneTexts = {
  language: 'ja',
  title: '交付金の採点',
  help: '使い方（最初の画面）',
  tabs: { layout: '読み取り', problems: '確認', preview: '書き込み', result: '結果', source: '出所' },
  tabList: '採点の手順',
  dismiss: '閉じる',
  welcome: {
    heading: '回答票を採点します',
    lines: [
      '開いているブックの回答（○・×）を読み取ります。',
      '点数・順位・疑わしい回答を示します。',
      '採点用のシートに書き出します。回答のシートは変えません。',
    ],
    score: 'この表を採点',
    sample: '見本を開く',
    skip: 'スキップ',
    privacy: 'データはこのパソコンの外に出ません。',
    nothingRead: 'まだ読み取っていません',
    nothingReadHint: '「この表を採点」を押すと、開いているブックの回答を読み取ります。',
  },
  layout,
  problems: {
    heading: '確認する箇所',
    groups: { stop: '止まる誤り', check: '要確認', info: '情報' },
    filter: '表示する種類',
    all: 'すべて',
    none: '確認が必要な箇所はありません。',
    noneOfFilter: 'この種類の箇所はありません。',
    jump: 'セルへ移動',
    jumpTo: (place) => `${place} へ移動`,
    stake: (points) => `最大 ${count(points)} 点`,
    keys: '↑↓ で選び、Enter でセルへ移動します。',
    more: (rest) => `残り ${count(rest)} 件を表示`,
    stale: 'セルが変更されました。',
    recheck: '読み直す',
  },
  preview: {
    heading: '書き込む内容',
    change: (before, now) => `総得点 ${before} → ${now}`,
    first: (now) => `総得点 ${now}`,
    created: '新しいシート',
    refreshed: '更新',
    unchanged: '変更なし',
    cells: (cells) => `${count(cells)} セル`,
    range: (address) => `範囲 ${address}`,
    edited: '前回の書き込み後に編集されています',
    editedWarning:
      '採点用のシートに、前回の書き込みのあとで編集された値があります。書き込むと、その値は採点の結果に置き換わります。残したい場合は、範囲の外に移してください。',
    onlyOurs: '採点用のシートだけに書き込みます。回答のシートや他のシートは変えません。',
    open: (problems) => `確認する箇所が ${count(problems)} 件残っています。`,
    write: '書き込む',
    back: '読み取りに戻る',
    make: '書き込む内容を見る',
    missing: '書き込む内容はまだありません。',
  },
  reports,
  result,
  source,
  busy: {
    tasks: {
      read: 'ブックを読んでいます',
      preview: '書き込む内容を調べています',
      write: 'シートに書き込んでいます',
      restore: '元に戻しています',
      sample: '見本を開いています',
      source: '出所を調べています',
      year: '年度を加えています',
    },
    stages: {
      look: 'ブックを調べる',
      measure: '範囲を測る',
      read: 'セルを読む',
      score: '採点する',
      prepare: '書き込みの準備',
      write: '書き込む',
      undo: '元に戻す',
    },
    waiting: 'Excel の応答を待っています。セルを編集中のときは、Enter で確定してください。',
    cancel: '中止',
    cancelling: '中止しています…',
    progress: (percent) => `${String(percent)}％`,
  },
  notices: {
    restored: '採点用のシートを、書き込む前の状態に戻しました。',
    unchanged: '前回と同じ結果でした。セルは 1 つも変えていません。',
    'sample-opened': '見本のシートを開きました。「この表を採点」を押してください。',
    'year-added':
      'ファイルの年度を加えました。パネルを閉じるまで、採点と数式で使えます。入力済みの数式は Ctrl＋Alt＋F9 で計算し直します。',
  },
  fault: {
    where: '場所',
    effect: '影響',
    cure: '直し方',
    crashed: 'パネルの表示に失敗しました。ブックは変えていません。',
    reload: 'パネルを開き直す',
  },
  outside: {
    heading: 'Excel の中で開いてください',
    text: 'このページは Excel のアドインです。ブラウザーだけでは動きません。',
    hint: 'Excel を使えないパソコンでは、インターネットなしで動く単体版のページを使えます。担当者に配布元を確かめてください。',
  },
};
