import type { SourceTexts } from '../sourceTexts';

/** 出所 */
export const source: SourceTexts = {
  heading: 'この数字はどこから？',
  hint: '採点が書いたシートで数字のセルを選び、ボタンを押してください。',
  ask: '選んだセルの出所を見る',
  scoreFirst: '先に採点してください。採点の結果にある数字の出所を示します。',
  kindLabel: '種類',
  kinds: {
    answers: '回答を採点した値',
    told: '設定に入力された値',
    published: '公表された値',
    table: '全国集計表からの値',
    rules: '評価指標の規則（配点など）',
    plan: '配分計画または試算による額',
    computed: '同じシートの値からの計算',
  },
  printed: '印字',
  text: '出所',
  jump: '元のセルへ移動',
  noFigure: 'このセルに、出所を示す数字はありません。見出しか、空欄か、ご自分で書く欄です。',
  notOurs: 'このセルは採点が書いたものではありません。得点や資料など、採点が書いたシートの数字を選んでください。',
  otherScoring: 'このシートは、いまの採点では作られません。別の年度か別の範囲を採点したときのシートです。',
  differs: (found) =>
    `セルの値${found === '' ? '（空欄）' : `「${found}」`}は、いまの採点と違います。編集されたか、採点より前の値です。更新すると、いまの採点の値になります。`,
};
