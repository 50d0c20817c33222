import type { ProblemText } from '../text';

/** What a person decided about a cell (判定) and what kept it from counting. */
export const decisionTexts = {
  'decision-void': {
    code: 'E-299',
    severity: 'check',
    ja: {
      what: '判定（{decided}）のあとで、セルの内容が変わりました。判定したときは「{expected}」、いまは「{found}」です',
      effect: 'この判定は使わず、いまの内容のとおりに読みました',
      cure: 'いまの内容を確認し、要れば判定し直してください。古い判定は、シート「判定」の行を削除すると消えます',
    },
    en: {
      what: 'The cell changed after it was decided ({decided}): it said "{expected}" then and says "{found}" now',
      effect: 'The decision was not used; the cell was read as it is',
      cure: 'Look at it and decide again if need be; delete the old row of sheet 判定',
    },
  },
  'decision-without-effect': {
    code: 'E-317',
    severity: 'check',
    ja: {
      what: '判定（{decided}）は使えません。{detail}',
      effect: 'この判定がないものとして採点しました',
      cure: 'シート「判定」の行を直すか、削除してください',
    },
    en: {
      what: 'The decision ({decided}) cannot be used: {detail}',
      effect: 'Scored as if it were not there',
      cure: 'Correct the row of sheet 判定, or delete it',
    },
  },
  'decisions-disagree': {
    code: 'E-318',
    severity: 'check',
    ja: {
      what: '1つの回答に、違う判定が{count}件あります（{found}）',
      effect: 'どの判定も使わず、回答のとおりに読みました',
      cure: 'シート「判定」で、残す行を1つ決めて、ほかを削除してください',
    },
    en: {
      what: 'Different decisions were taken for one answer: {count} ({found})',
      effect: 'None was used; the answer was read as it is',
      cure: 'Keep one row on sheet 判定 and delete the others',
    },
  },
  'decision-unreadable': {
    code: 'E-319',
    severity: 'check',
    ja: {
      what: '判定の行を読み取れません（{found}）。{detail}',
      effect: 'この行がないものとして採点しました',
      cure: 'シート・セル・書かれていた内容・判定（○、×、この読み方でよい）を書き直すか、行を削除してください',
    },
    en: {
      what: 'A decision cannot be read ({found}): {detail}',
      effect: 'Scored as if the row were not there',
      cure: 'Write sheet, cell, what stood there and the decision (○, ×, この読み方でよい), or delete the row',
    },
  },
  'decision-repeated': {
    code: 'E-457',
    severity: 'info',
    ja: { what: '同じ判定（{found}）が{count}行あります。1件として数えました', effect: '', cure: '' },
    en: { what: 'The same decision ({found}) stands in {count:row|rows} and counts once', effect: '', cure: '' },
  },
  'too-many-decisions': {
    code: 'E-458',
    severity: 'check',
    ja: {
      what: '判定が{most}件を超えています',
      effect: '{most}件までを使い、その後の行は使っていません',
      cure: '要らない行を削除してください',
    },
    en: {
      what: 'There are more decisions than {most}',
      effect: 'The first {most} were used, later rows were not',
      cure: 'Delete rows that are not needed',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
