import type { ProblemText } from '../text';

/** Schemes and scores. */
export const scoringTexts = {
  'unknown-year': {
    code: 'E-301',
    severity: 'stop',
    ja: {
      what: '{found}年度の評価指標は登録されていません（登録済み：{expected}年度）',
      effect: '別の年度の指標では代用しません。採点していません',
      cure: '年度を確認するか、その年度のスキームファイルを指定してください（パネルでは「ファイルから年度を追加」、コマンドラインでは --scheme）',
    },
    en: {
      what: 'No scheme for fiscal year {found} (known: {expected})',
      effect: 'Another year is never used instead; nothing was scored',
      cure: 'Check the year or load that year’s scheme file (--scheme)',
    },
  },
  'scheme-shape': {
    code: 'E-302',
    severity: 'stop',
    ja: {
      what: 'スキームファイルの「{found}」が定められた形と違います：{message}',
      effect: '採点していません',
      cure: 'スキームファイルを直してください',
    },
    en: {
      what: 'The scheme file has a wrong shape at "{found}": {message}',
      effect: 'Nothing was scored',
      cure: 'Correct the scheme file',
    },
  },
  'scheme-lint': {
    code: 'E-303',
    severity: 'stop',
    ja: {
      what: 'スキームファイルの数字が合いません（{found}）：{message}',
      effect: '採点していません',
      cure: '出典と照らしてスキームファイルを直してください',
    },
    en: {
      what: 'The figures of the scheme file do not agree ({found}): {message}',
      effect: 'Nothing was scored',
      cure: 'Check the file against its source',
    },
  },
  'scheme-block-level': {
    code: 'E-304',
    severity: 'stop',
    ja: {
      what: '「{found}」は枝番ごとの配点が公表されておらず、枝番の回答からは採点できません',
      effect: '採点していません',
      cure: '目標ごとの得点を使う前年度比較に限って利用できます',
    },
    en: {
      what: '"{found}" is known by blocks only, so answers cannot be scored',
      effect: 'Nothing was scored',
      cure: 'Use it only for comparing years by block points',
    },
  },
  'subtotal-differs': {
    code: 'E-311',
    severity: 'check',
    ja: {
      what: '印字された{block}の計{found}点が、回答からの計算{expected}点と合いません',
      effect: '計算した{expected}点を採用しています',
      cure: '回答と計のどちらが正しいか確認してください',
    },
    en: {
      what: 'The printed sum {found} for {block} differs from {expected} worked out from the answers',
      effect: '{expected} is used',
      cure: 'Check which of the two is right',
    },
  },
  'own-total-differs': {
    code: 'E-312',
    severity: 'check',
    ja: {
      what: '推進Ⅰ活動1（今年度の評価得点）の回答は{found}ですが、この指標を除く総得点{total}点からは{expected}になります',
      effect: '公表された得点分布により{expected}として集計しています',
      cure: '他の指標の回答に誤りがないか確認してください',
    },
    en: {
      what: '推進Ⅰ活動1 is answered {found}, but the total without it ({total}) gives {expected}',
      effect: '{expected} is used (cut-offs derived from the published distribution)',
      cure: 'Check the other answers',
    },
  },
  'tier-gap': {
    code: 'E-313',
    severity: 'check',
    ja: {
      what: '上位の区分「{found}」が該当なのに、それより広い区分「{expected}」が非該当です',
      effect: '回答のとおりに採点しました',
      cure: 'どちらかの回答が誤っていないか確認してください',
    },
    en: {
      what: 'The narrower step "{found}" is met but the wider "{expected}" is not',
      effect: 'Scored as answered',
      cure: 'Check the two answers',
    },
  },
  'tier-gaps': {
    code: 'E-593',
    severity: 'check',
    ja: {
      what: '上位の区分が該当なのに、それより広い区分が非該当の箇所が{count}件あります（{criteria}）',
      effect: '回答のとおりに採点しました',
      cure: '上位の区分と広い区分の、どちらの回答が誤っていないか確認してください',
    },
    en: {
      what: 'A narrower step is met but the wider one is not: {count:place|places} ({criteria})',
      effect: 'Scored as answered',
      cure: 'Check the answers of both steps',
    },
  },
  'unknown-block-scheme': {
    code: 'E-305',
    severity: 'stop',
    ja: {
      what: '{found}の目標別の配点は登録されていません（登録済み：{expected}）',
      effect: '別の年度や区分では代用しません。この比較は行っていません',
      cure: '年度と区分（市町村分・都道府県分）を確認してください',
    },
    en: {
      what: 'No block points for {found} (known: {expected})',
      effect: 'Another year or part is never used instead; this comparison was not made',
      cure: 'Check the year and the part (municipality or prefecture)',
    },
  },
  'scheme-not-published': {
    code: 'E-306',
    severity: 'check',
    ja: {
      what: 'スキームファイルの枝番・配点は、国の{found}の公表値のもととは違います',
      effect: '公表された全国平均・順位と交付額の試算は使っていません',
      cure: '公表値と比べるときは、--scheme を外して採点してください（パネルでは閉じて開き直します）',
    },
    en: {
      what: 'Criteria or points of the scheme file are not those that figures of {found} were published of',
      effect: 'Published means and ranks, and the estimate of the grants, are left out',
      cure: 'To compare with published figures, score without --scheme (in the pane: close and reopen it)',
    },
  },
} as const satisfies Record<string, ProblemText>;
