import type { ProblemText } from '../text';

/** Goals, plans of what to do next, and what they rest on. */
export const outlookTexts = {
  'goal-unreadable': {
    code: 'E-580',
    severity: 'stop',
    ja: {
      what: '目標「{found}」を読み取れません',
      effect: '取組案は作っていません',
      cure: '「500点」「推進250点」「＋30点」「全国100位」「県内3位」「支援で全国200位」「＋1,000千円」のように書いてください',
    },
    en: {
      what: 'The goal "{found}" cannot be read',
      effect: 'No plan was made',
      cure: 'Write it like 500点, 推進250点, ＋30点, 全国100位, 県内3位, 支援で全国200位 or ＋1,000千円',
    },
  },
  'goal-without-ranks': {
    code: 'E-581',
    severity: 'stop',
    ja: {
      what: '目標「{found}」の順位は、手元の資料からは分かりません',
      effect: '取組案は作っていません',
      cure: '国の全国集計の表を一緒に読み込んでください',
    },
    en: {
      what: 'The rank of the goal "{found}" is not known from what is at hand',
      effect: 'No plan was made',
      cure: 'Read the ministry’s national table along',
    },
  },
  'goal-without-money': {
    code: 'E-582',
    severity: 'stop',
    ja: {
      what: '目標「{found}」の金額は、手元の資料からは試算できません',
      effect: '取組案は作っていません',
      cure: '第1号被保険者数を回答票かシート「設定」に入力してください',
    },
    en: {
      what: 'The amount of the goal "{found}" cannot be estimated from what is at hand',
      effect: 'No plan was made',
      cure: 'Give the number of insured persons on the form or on the sheet 設定',
    },
  },
  'goal-met': {
    code: 'E-583',
    severity: 'info',
    ja: {
      what: '目標「{found}」は、すでに達しています',
      effect: '取組案はありません',
      cure: 'より高い目標を指定してください',
    },
    en: {
      what: 'The goal "{found}" is reached already',
      effect: 'There is no plan',
      cure: 'Name a higher goal',
    },
  },
  'goal-out-of-reach': {
    code: 'E-584',
    severity: 'info',
    ja: {
      what: '目標「{found}」には、未達成の枝番をすべて満たしても届きません（最高で{expected}）',
      effect: '届く中で最も高い案を示しています',
      cure: '目標を下げるか、除いた枝番を戻してください',
    },
    en: {
      what: 'The goal "{found}" cannot be reached even with every unmet criterion (at most {expected})',
      effect: 'The plan shown reaches as far as can be',
      cure: 'Lower the goal, or take back criteria that were excluded',
    },
  },
  'scenario-unknown-criterion': {
    code: 'E-586',
    severity: 'stop',
    ja: {
      what: '取組案のファイルの枝番「{found}」は、{year}の評価指標にありません',
      effect: '取組案は読み込んでいません',
      cure: '枝番の記号（例：P1p3a1）を確認してください。記号は年度で変わります',
    },
    en: {
      what: 'The scenario names the criterion "{found}", which the scheme of {year} does not have',
      effect: 'The scenario was not used',
      cure: 'Check the id (e.g. P1p3a1); ids change with the year',
    },
  },
  'scenario-computed-criterion': {
    code: 'E-587',
    severity: 'stop',
    ja: {
      what: '取組案のファイルの枝番「{found}」は、総得点から決まる指標です',
      effect: '取組案は読み込んでいません',
      cure: 'この枝番を取組案から除いてください。ほかの枝番から自動で計算します',
    },
    en: {
      what: 'The criterion "{found}" of the scenario follows from the total',
      effect: 'The scenario was not used',
      cure: 'Leave it out of the scenario; it is worked out from the others',
    },
  },
  'function-needs-criterion': {
    code: 'E-977',
    severity: 'stop',
    ja: {
      what: '「{found}」は1つの枝番ではありません',
      effect: '計算していません',
      cure: 'P1p1a のように、枝番の記号を1つ指定してください（記号は CRITERIA で一覧できます）',
    },
    en: {
      what: '"{found}" is not one criterion',
      effect: 'Nothing was calculated',
      cure: 'Give the id of one criterion, such as P1p1a; CRITERIA lists them',
    },
  },
  'function-computed-criterion': {
    code: 'E-978',
    severity: 'stop',
    ja: {
      what: '枝番「{found}」は、総得点から決まる指標です',
      effect: '計算していません',
      cure: 'ほかの枝番を指定してください。この枝番の加点は、ほかの枝番の値に含まれています',
    },
    en: {
      what: 'The criterion "{found}" follows from the total',
      effect: 'Nothing was calculated',
      cure: 'Give another one; what it brings is part of the value of the others',
    },
  },
  'earlier-needs-one': {
    code: 'E-588',
    severity: 'info',
    ja: {
      what: '前の年度の回答と比べられるのは、1つの市町村の回答を採点したときだけです',
      effect: '前年度からの変化と推移は作っていません',
      cure: '1つの市町村のブックを、その市町村の前の年度のブックとともに指定してください',
    },
    en: {
      what: 'Earlier years are compared only with the answers of one municipality',
      effect: 'No change from last year and no trend was made',
      cure: 'Give one municipality’s workbook with those of its earlier years',
    },
  },
  'earlier-no-answers': {
    code: 'E-589',
    severity: 'check',
    ja: {
      what: '前の年度のファイル「{found}」に、1つの市町村の回答がありません',
      effect: 'このファイルは比較に使っていません',
      cure: '「{expected}」の前の年度の回答のブックを指定してください',
    },
    en: {
      what: 'The file of an earlier year, "{found}", does not hold the answers of one municipality',
      effect: 'It was not compared',
      cure: 'Give the answers of {expected} of an earlier year',
    },
  },
  'earlier-other-municipality': {
    code: 'E-590',
    severity: 'check',
    ja: {
      what: '前の年度のファイル「{found}」は、「{expected}」の回答ではありません',
      effect: 'このファイルは比較に使っていません',
      cure: '同じ市町村の前の年度の回答を指定してください',
    },
    en: {
      what: 'The file of an earlier year, "{found}", is not of {expected}',
      effect: 'It was not compared',
      cure: 'Give the answers of the same municipality',
    },
  },
  'earlier-not-before': {
    code: 'E-591',
    severity: 'check',
    ja: {
      what: '前の年度のファイル「{found}」は、採点する年度より前のものではありません',
      effect: 'このファイルは比較に使っていません',
      cure: '「{expected}」の、より前の年度の回答を指定してください',
    },
    en: {
      what: 'The file of an earlier year, "{found}", is not of a year before the one that is scored',
      effect: 'It was not compared',
      cure: 'Give answers of {expected} of an earlier year',
    },
  },
  'earlier-twice': {
    code: 'E-592',
    severity: 'check',
    ja: {
      what: '前の年度のファイル「{found}」は、ほかのファイルと同じ年度です',
      effect: '先のファイルを使い、このファイルは比較に使っていません',
      cure: '「{expected}」の回答を、1つの年度に1つだけ指定してください',
    },
    en: {
      what: 'The file of an earlier year, "{found}", is of the same year as another',
      effect: 'The first one was compared, not this one',
      cure: 'Give one file a year of {expected}',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
