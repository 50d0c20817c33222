import type { ProblemText } from '../text';

/**
 * The ministry's table of all municipalities, and ranks made from it (rules/grants.md#national-table,
 * rules/bad-inputs.md#b040–#b053).
 */
export const nationTexts = {
  'nation-no-table': {
    code: 'E-401',
    severity: 'stop',
    ja: {
      what: '全国集計（市町村）の表が見つかりません',
      effect: '全国の順位と統計は作成していません',
      cure: '厚生労働省が公表した「全国集計（市町村）」シートを含むファイルを指定してください',
    },
    en: {
      what: 'No national table (全国集計（市町村）) was found',
      effect: 'No national ranks or statistics were made',
      cure: 'Give the file with the ministry’s sheet 全国集計（市町村）',
    },
  },
  'nation-population': {
    code: 'E-402',
    severity: 'info',
    ja: {
      what: '全国集計から {found} 市町村を読み取りました（全国 {expected}、ほかに広域連合・組合 {unions} 行）',
      effect: '',
      cure: '',
    },
    en: {
      what: '{found} municipalities were read (of {expected}; besides {unions} rows of unions)',
      effect: '',
      cure: '',
    },
  },
  'nation-partial': {
    code: 'E-403',
    severity: 'check',
    ja: {
      what: '全国集計の市町村数は {found} で、全国の {expected} と異なります',
      effect: '順位を計算し直さず、公表された順位を優先します。公表順位のない市町村は順位の幅で示します',
      cure: '構成市町村を含む完全な表を指定してください',
    },
    en: {
      what: 'The table has {found} municipalities, not {expected}',
      effect: 'Ranks are not recomputed: the published rank is preferred, otherwise a band is given',
      cure: 'Use the complete table with the members of unions',
    },
  },
  'nation-rank-differs': {
    code: 'E-404',
    severity: 'check',
    ja: {
      what: '{municipality}の順位は表では {found} 位、表の得点から数えると {expected} 位です（{count} 市町村中）',
      effect: '{used}を採用しています',
      cure: '得点と順位のどちらが正しいか、公表資料で確かめてください',
    },
    en: {
      what: '{municipality}: printed rank {found}, counted from the points {expected} (of {count})',
      effect: 'Used: {used}',
      cure: 'Check points and rank against the publication',
    },
  },
  'nation-points-differ': {
    code: 'E-405',
    severity: 'check',
    ja: {
      what: '{municipality}の{block}は表では {found} 点、枝番の得点からの計算では {expected} 点です',
      effect: '計算した {expected} 点を採用しています',
      cure: '枝番の得点と計のどちらが正しいか確かめてください',
    },
    en: {
      what: '{municipality}, {block}: printed {found}, worked out {expected}',
      effect: '{expected} is used',
      cure: 'Check which of the two is right',
    },
  },
  'nation-figure-differs': {
    code: 'E-406',
    severity: 'check',
    ja: {
      what: '{block}の{figure}は表では {found}、{count} 市町村の得点からの計算では {expected} です',
      effect: '計算した値を採用しています。順位には影響しません',
      cure: '行の抜けや重複がないか、公表資料で確かめてください',
    },
    en: {
      what: '{block}, {figure}: printed {found}, worked out from {count} municipalities {expected}',
      effect: 'The computed figure is used; no rank changes',
      cure: 'Look for missing or repeated rows',
    },
  },
  'nation-duplicate': {
    code: 'E-407',
    severity: 'check',
    ja: {
      what: '「{found}」が重複しています（{other}と同じ内容）',
      effect: '1件として数えています',
      cure: '重複した行を削除してください',
    },
    en: { what: '"{found}" stands twice (same as {other})', effect: 'It counts once', cure: 'Delete the repeated row' },
  },
  'nation-duplicate-differs': {
    code: 'E-408',
    severity: 'check',
    ja: {
      what: '「{found}」が2回あり、得点が違います（{other}）',
      effect: '先の行を使い、全国の順位は計算し直していません（公表順位を優先）',
      cure: '正しい行だけを残してください',
    },
    en: {
      what: '"{found}" stands twice with different points ({other})',
      effect: 'The first row is used; national ranks are not recomputed',
      cure: 'Keep only the right row',
    },
  },
  'nation-row-excluded': {
    code: 'E-409',
    severity: 'info',
    ja: { what: '「{found}」の行は市町村ではないため除きました', effect: '', cure: '' },
    en: { what: 'Row "{found}" is no municipality and was left out', effect: '', cure: '' },
  },
  'nation-row-nameless': {
    code: 'E-410',
    severity: 'check',
    ja: {
      what: '市町村名のない行に数値があります',
      effect: '順位と統計から除いています（標準偏差などの行とみています）',
      cure: '市町村の行であれば名称を入力してください',
    },
    en: {
      what: 'A row without a name holds figures',
      effect: 'It is left out of ranks and statistics',
      cure: 'Enter the name if it is a municipality',
    },
  },
  'nation-row-without-scores': {
    code: 'E-411',
    severity: 'check',
    ja: {
      what: '「{found}」の行に得点がありません',
      effect: '順位と統計から除いています',
      cure: '広域連合・組合でなければ、得点の抜けを確かめてください',
    },
    en: {
      what: 'Row "{found}" has no points',
      effect: 'It is left out of ranks and statistics',
      cure: 'Unless it is a union, look for the missing points',
    },
  },
  'nation-union-scored': {
    code: 'E-412',
    severity: 'check',
    ja: {
      what: '広域連合・組合「{found}」の行に得点があります',
      effect: '市町村ではないため順位と統計から除いています',
      cure: '市町村の行であれば名称を直してください',
    },
    en: {
      what: 'The row of the union "{found}" has points',
      effect: 'It is left out of ranks and statistics',
      cure: 'Correct the name if it is a municipality',
    },
  },
  'nation-header-contradicts': {
    code: 'E-413',
    severity: 'check',
    ja: {
      what: '見出し「{found}」の番号と指標名が、この年度の別々の指標を指しています',
      effect: 'この列は使っていません',
      cure: '年度と見出しを確かめてください',
    },
    en: {
      what: 'Number and name in the header "{found}" point to two different indicators',
      effect: 'The column is not used',
      cure: 'Check the year and the header',
    },
  },
  'nation-column-unknown': {
    code: 'E-414',
    severity: 'check',
    ja: {
      what: '見出し「{found}」に当たる枝番がこの年度の評価指標にありません',
      effect: 'この列は使っていません',
      cure: '年度と見出しを確かめてください',
    },
    en: {
      what: 'No criterion of this year fits the header "{found}"',
      effect: 'The column is not used',
      cure: 'Check the year and the header',
    },
  },
  'nation-points-contradict': {
    code: 'E-415',
    severity: 'check',
    ja: {
      what: '{criterion} の配点が表では {found}、{year}年度の評価指標では {expected} です',
      effect: 'この列は使っていません',
      cure: '年度の違う表でないかを確かめてください',
    },
    en: {
      what: '{criterion} has {found} points in the table, {expected} in the scheme of {year}',
      effect: 'The column is not used',
      cure: 'Check whether the table is of another year',
    },
  },
  'nation-column-twice': {
    code: 'E-416',
    severity: 'check',
    ja: {
      what: '{criterion} の得点の列が重ねてあります（{found}）',
      effect: '先の列を使っています',
      cure: '列の重複を確かめてください',
    },
    en: {
      what: '{criterion} has one column too many ({found})',
      effect: 'The first is used',
      cure: 'Check the columns',
    },
  },
  'nation-sum-contradicts': {
    code: 'E-417',
    severity: 'check',
    ja: {
      what: '計の列「{header}」の配点 {found} は、見出しの示す範囲の満点 {expected} と合いません',
      effect: 'この列との照合はしていません',
      cure: '見出しと配点を確かめてください',
    },
    en: {
      what: 'The sum column "{header}" has {found} points, its header means {expected}',
      effect: 'The column is not compared',
      cure: 'Check header and points',
    },
  },
  'nation-criteria-missing': {
    code: 'E-418',
    severity: 'check',
    ja: {
      what: '{count} 件の枝番の列が見つかりません（{found}）',
      effect: '未回答として扱うため、得点が低く出ます。公表された計との違いを確かめてください',
      cure: '年度と見出しを確かめてください',
    },
    en: {
      what: '{count} criteria have no column ({found})',
      effect: 'They count as unanswered, so points come out low',
      cure: 'Check the year and the header',
    },
  },
  'nation-year-fits-other': {
    code: 'E-430',
    severity: 'stop',
    ja: {
      what: '全国集計の表は{found}とされていますが、指標名・枝番・配点・得点は{expected}の表に合います',
      effect: 'どちらの年度の表か決められないため、この表からは何も採点していません',
      cure: '表題・シート名・ファイル名・指定した年度を確かめてください',
    },
    en: {
      what: 'The national table is said to be of {found}, but its names, branches and points are those of {expected}',
      effect: 'Nothing was taken from it',
      cure: 'Check title, sheet name, file name and the year asked for',
    },
  },
  'nation-year-by-fit': {
    code: 'E-431',
    severity: 'info',
    ja: { what: '全国集計の表の年度は、指標名・枝番・配点が合う{found}としました', effect: '', cure: '' },
    en: {
      what: 'The national table was read as {found}: its names, branches and points are of that year',
      effect: '',
      cure: '',
    },
  },
  'nation-not-recognised': {
    code: 'E-450',
    severity: 'stop',
    ja: {
      what: '全国集計の表から、枝番 {expected} 件のうち {found} 件の列を読み取れません（最初は「{first}」）',
      effect: 'この表からは、得点・順位・平均・交付額を一つも出していません',
      cure: '年度が合っているか、見出しの行（交付金・目標・指標群・番号・指標名・枝番）が公表されたままかを確かめてください',
    },
    en: {
      what: 'The national table has no readable column for {found} of {expected} criteria (the first is "{first}")',
      effect: 'No points, rank, mean or amount was taken from it',
      cure: 'Check the year, and that the header rows are as published',
    },
  },
  'nation-totals-contradict': {
    code: 'E-451',
    severity: 'stop',
    ja: {
      what: '全国集計の表の合計が、枝番から数えた合計と {of} 市町村のうち {count} 市町村で違います（{municipality}：表では {found} 点、計算では {expected} 点）',
      effect: 'この表からは、得点・順位・平均・交付額を一つも出していません',
      cure: '年度が合っているか、列の並びや見出しを変えていないかを確かめ、公表されたままの表を指定してください',
    },
    en: {
      what: 'The totals of the national table differ from its criteria for {count} of {of} municipalities ({municipality}: {found} printed, {expected} counted)',
      effect: 'No points, rank, mean or amount was taken from it',
      cure: 'Check the year and that columns and header are unchanged; pass the table as published',
    },
  },
  'nation-goal4-differs': {
    code: 'E-419',
    severity: 'check',
    ja: {
      what: '{municipality}の目標Ⅳ {criterion} が推進では「{found}」、支援では「{expected}」（{other}）です',
      effect: '確定できないため0点としています（最大 {points} 点）',
      cure: 'どちらが正しいか確かめてください',
    },
    en: {
      what: '{municipality}: goal Ⅳ {criterion} is "{found}" under 推進, "{expected}" under 支援 ({other})',
      effect: 'It counts 0 until settled (at most {points})',
      cure: 'Check which is right',
    },
  },
  'nation-cell-unreadable': {
    code: 'E-420',
    severity: 'check',
    ja: {
      what: '「{found}」は {criterion} の得点として読み取れません（{expected} のいずれか）',
      effect: '0点としています（最大 {points} 点）',
      cure: 'セルを直してください',
    },
    en: {
      what: '"{found}" is no value of {criterion} ({expected})',
      effect: 'It counts 0 (at most {points})',
      cure: 'Correct the cell',
    },
  },
  'nation-figure-unreadable': {
    code: 'E-421',
    severity: 'check',
    ja: {
      what: '{municipality}の「{header}」の「{found}」は数値として読み取れません',
      effect: 'この計との照合はしていません',
      cure: 'セルを直してください',
    },
    en: {
      what: '{municipality}, {header}: "{found}" is no number',
      effect: 'This sum is not compared',
      cure: 'Correct the cell',
    },
  },
  'nation-amount-unit': {
    code: 'E-422',
    severity: 'check',
    ja: {
      what: '金額の列「{found}」の単位（円・千円）が書かれていません',
      effect: 'この列は使っていません',
      cure: '見出しに単位を書いてください',
    },
    en: {
      what: 'The amounts "{found}" name no unit (円 or 千円)',
      effect: 'The column is not used',
      cure: 'Write the unit into the header',
    },
  },
  'nation-raw-ambiguous': {
    code: 'E-423',
    severity: 'info',
    ja: {
      what: '{found} の実績値の列が {count} 列あり、どれで順位を付けるか決められないため使いません',
      effect: '',
      cure: '',
    },
    en: { what: '{found} has {count} columns of figures; none is used', effect: '', cure: '' },
  },
  'nation-own-total-differs': {
    code: 'E-424',
    severity: 'check',
    ja: {
      what: '{municipality}の推進Ⅰ活動1は表では {found} 点、この指標を除く総得点 {total} 点を全市町村で順位付けると {expected} 点です',
      effect: '{used}を採用しています',
      cure: '他の指標の得点に誤りがないか確かめてください',
    },
    en: {
      what: '{municipality}: 推進Ⅰ活動1 is printed {found}, ranking the total without it ({total}) gives {expected}',
      effect: 'Used: {used}',
      cure: 'Check the other indicators',
    },
  },
  'nation-tier-differs': {
    code: 'E-425',
    severity: 'check',
    ja: {
      what: '{municipality}の {criterion} は表では「{found}」、実績値の順位からは「{expected}」です',
      effect: '表の得点を採用しています',
      cure: '実績値と得点のどちらが正しいか確かめてください',
    },
    en: {
      what: '{municipality}, {criterion}: printed "{found}", by the raw figures "{expected}"',
      effect: 'The printed points are used',
      cure: 'Check figures and points',
    },
  },
  'nation-more-of-these': {
    code: 'E-426',
    severity: 'info',
    ja: { what: '{found} がほかに {count} 件あります（全 {total} 件）', effect: '', cure: '' },
    en: { what: '{count} more of {found} ({total} in all)', effect: '', cure: '' },
  },
  'nation-unanswered': {
    code: 'E-427',
    severity: 'check',
    ja: {
      what: '得点の空欄が {found} 件あります（{municipality}ほか {count} 市町村）',
      effect: '0点としています',
      cure: '空欄が0点の意味かどうか確かめてください',
    },
    en: {
      what: '{found} blank cells among the points ({municipality} and others, {count} municipalities)',
      effect: 'They count 0',
      cure: 'Check whether blank means 0',
    },
  },
  'nation-municipality-absent': {
    code: 'E-449',
    severity: 'check',
    ja: {
      what: '「{found}」が全国集計の表に見つかりません',
      effect: '表による順位は出していません',
      cure: '市町村名・都道府県・団体コードを確かめてください',
    },
    en: {
      what: '"{found}" is not in the national table',
      effect: 'It has no rank from the table',
      cure: 'Check name, prefecture and code',
    },
  },
  'peer-unknown': {
    code: 'E-464',
    severity: 'check',
    ja: {
      what: '比較団体「{found}」が全国集計に見つからないか、同じ名前が複数あります（{count}件）',
      effect: '比較団体から外しました',
      cure: '都道府県名を付けて書くか、名前を確かめてください',
    },
    en: {
      what: 'The peer "{found}" is not in the national table, or the name is shared ({count} rows)',
      effect: 'It was left out',
      cure: 'Write the prefecture before the name, or check it',
    },
  },
  'batch-empty': {
    code: 'E-461',
    severity: 'stop',
    ja: {
      what: '採点できるファイル（.xlsx .xlsm .ods .csv）が見つかりません',
      effect: '何も採点していません',
      cure: 'フォルダーの場所を確かめてください',
    },
    en: { what: 'No file that can be scored was found', effect: 'Nothing was scored', cure: 'Check the folder' },
  },
  'batch-other-year': {
    code: 'E-462',
    severity: 'stop',
    ja: {
      what: '{found}年度の回答で、ほかのファイルの{expected}年度と違います',
      effect: 'このファイルは一覧に入れていません',
      cure: '年度ごとに分けて採点してください',
    },
    en: {
      what: 'The answers are of {found}, those of the other files of {expected}',
      effect: 'This file was left out',
      cure: 'Score each year by itself',
    },
  },
  'batch-duplicate': {
    code: 'E-463',
    severity: 'check',
    ja: {
      what: '「{found}」の回答が2つのファイルにあります（{files}）',
      effect: 'どちらも一覧に載せています',
      cure: '使わない方のファイルを外してください',
    },
    en: { what: '"{found}" is in two files ({files})', effect: 'Both are listed', cure: 'Take out the one not meant' },
  },
} as const satisfies Record<string, ProblemText>;
