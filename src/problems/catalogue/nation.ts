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
      what: '全国集計から{found}市町村を読み取りました（全国{expected}、ほかに広域連合・組合{unions}行）',
      effect:
        '枝番{criteria}／{allCriteria}件と計{blocks}／{allBlocks}列を読み取り、表の合計は{compared}市町村中{agreeing}市町村で枝番からの計算と合います。総得点の平均は{mean}点（公表{published}点）です',
      cure: '',
    },
    en: {
      what: '{found:municipality was|municipalities were} read (of {expected}; besides {unions:row|rows} of unions)',
      effect:
        'recognised: {criteria} of {allCriteria:criterion|criteria} and {blocks} of {allBlocks:sum|sums}; agreeing with the criteria: {agreeing} of {compared:printed total|printed totals}; the mean is {mean} (published {published})',
      cure: '',
    },
  },
  'nation-partial': {
    code: 'E-403',
    severity: 'check',
    ja: {
      what: '全国集計の市町村数は{found}で、全国の{expected}と異なります',
      effect:
        '順位を表の中では数え直しません。表の順位は、得点の順と合うときだけ全国順位とし、合わないか、なければ公表された得点の分布、それもなければ順位の幅によります',
      cure: '構成市町村を含む完全な表を指定してください',
    },
    en: {
      what: 'The table has {found:municipality|municipalities}, not {expected}',
      effect:
        'Ranks are not counted within the table: a printed rank holds where the ranks follow the points, else the published distribution does, else a band is given',
      cure: 'Use the complete table with the members of unions',
    },
  },
  'nation-rank-differs': {
    code: 'E-404',
    severity: 'check',
    ja: {
      what: '{municipality}の順位は表では{found}位、表の得点から数えると{expected}位です（{count}市町村中）',
      effect: '{used}を採用しています',
      cure: '得点と順位のどちらが正しいか、公表資料で確認してください',
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
      what: '{municipality}の{block}は表では{found}点、枝番の得点からの計算では{expected}点です',
      effect: '計算した{expected}点を採用しています',
      cure: '枝番の得点と計のどちらが正しいか確認してください',
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
      what: '{block}の{figure}は表では{found}、{count}市町村の得点からの計算では{expected}です',
      effect: '計算した値を採用しています。順位には影響しません',
      cure: '行の抜けや重複がないか、公表資料で確認してください',
    },
    en: {
      what: '{block}, {figure}: printed {found}, worked out from {count:municipality|municipalities} {expected}',
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
      effect: '違う枝番と、両方の行の合計・順位は使わず、得点と順位に幅をつけています',
      cure: '正しい行だけを残してください',
    },
    en: {
      what: '"{found}" stands twice with different points ({other})',
      effect: 'The branches that differ, and the sums and ranks of both rows, are left open',
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
      cure: '広域連合・組合でなければ、得点の抜けを確認してください',
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
      what: '広域連合・組合・政令指定都市の区「{found}」の行に得点があります',
      effect: '市町村ではないため順位と統計から除いています',
      cure: '市町村の行であれば名称を直してください',
    },
    en: {
      what: 'The row of the union or ward "{found}" has points',
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
      cure: '年度と見出しを確認してください',
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
      what: '枝番の列のうち{count}列は、見出しがこの年度のどの枝番にも当たりません（最初は「{found}」）',
      effect: 'これらの列は使っていません',
      cure: '年度と見出しを確認してください',
    },
    en: {
      what: '{count:column|columns} of points with a header that names no criterion of this year (the first is "{found}")',
      effect: 'They are not used',
      cure: 'Check the year and the header',
    },
  },
  'nation-points-contradict': {
    code: 'E-415',
    severity: 'check',
    ja: {
      what: '{name}の配点が、表では{found}点、{year}年度の評価指標では{expected}点です',
      effect: 'この列は使っていません',
      cure: '年度の違う表でないかを確認してください',
    },
    en: {
      what: '{name} has {found:point|points} in the table, {expected} in the scheme of {year}',
      effect: 'The column is not used',
      cure: 'Check whether the table is of another year',
    },
  },
  'nation-column-twice': {
    code: 'E-416',
    severity: 'check',
    ja: {
      what: '{name}の得点の列が重なっています（{found}）',
      effect: '先の列を使っています',
      cure: '列の重複を確認してください',
    },
    en: {
      what: '{name} has one column too many ({found})',
      effect: 'The first is used',
      cure: 'Check the columns',
    },
  },
  'nation-sum-contradicts': {
    code: 'E-417',
    severity: 'check',
    ja: {
      what: '計の列「{header}」の配点{found}点は、見出しの示す範囲の満点{expected}点と合いません',
      effect: 'この列との照合はしていません',
      cure: '見出しと配点を確認してください',
    },
    en: {
      what: 'The sum column "{header}" has {found:point|points}, its header means {expected}',
      effect: 'The column is not compared',
      cure: 'Check header and points',
    },
  },
  'nation-criteria-missing': {
    code: 'E-418',
    severity: 'check',
    ja: {
      what: '{count}件の枝番の列が見つかりません（{found}）',
      effect: 'この枝番は未回答として扱います。得点は表の計で補い、補えない市町村は暫定です',
      cure: '年度と見出しを確認してください',
    },
    en: {
      what: '{count:criterion has|criteria have} no column ({found})',
      effect: 'They count as unanswered; printed sums fill in for them, else points are provisional',
      cure: 'Check the year and the header',
    },
  },
  'nation-year-fits-other': {
    code: 'E-430',
    severity: 'stop',
    ja: {
      what: '全国集計の表は{found}とされていますが、指標名・枝番・配点・得点は{expected}の表に合います',
      effect: 'どちらの年度の表か判定できないため、この表からは何も採点していません',
      cure: '表題・シート名・ファイル名・指定した年度を確認してください',
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
  'nation-criteria-contradicted': {
    code: 'E-432',
    severity: 'check',
    ja: {
      what: '{count}件の枝番の列は、見出しの枝番のものではありません（{found}。{first}は該当{met}市町村、公表は{expected}）',
      effect: 'この列は使わず、得点は表の計によります',
      cure: '列の並びや見出しを変えていないか、公表されたままの表と比べてください',
    },
    en: {
      what: '{count:column is|columns are} not of the criterion in the header ({found}; {first} has {met:municipality|municipalities}, published {expected})',
      effect: 'They are not used; points come from the printed sums',
      cure: 'Compare the order of columns and the header with the table as published',
    },
  },
  'nation-points-by-print': {
    code: 'E-433',
    severity: 'check',
    ja: {
      what: '{count}市町村中{found}市町村の得点は、枝番だけでは決まらないため、表の計・合計によります（計どうし、または合計と順位が合うことを確認しています）',
      effect: '枝番ごとの結果と指標ごとの平均は出していません',
      cure: '枝番ごとに見るには、見出しが公表されたままの表を指定してください',
    },
    en: {
      what: 'Points of {found} of {count:municipality|municipalities} come from the printed sums, since their criteria leave them open (the sums, or totals and ranks, agree with each other)',
      effect: 'No results by criterion and no means of indicators',
      cure: 'For these give the table with its header as published',
    },
  },
  'nation-points-doubtful': {
    code: 'E-434',
    severity: 'check',
    ja: {
      what: '{count}市町村で表の計が枝番からの計算と合わず、どちらが正しいか判定できません（最初は{municipality}：表の合計{found}点、枝番から{expected}点）',
      effect:
        'この市町村の得点は両方を含む範囲の暫定とし、全国順位は幅で示します。平均・グラフ・交付額は出していません',
      cure: '枝番の得点と計のどちらが正しいか、公表資料で確認してください',
    },
    en: {
      what: 'In {count:row|rows} printed sums and criteria contradict each other, and nothing says which is right ({municipality} first: total {found} printed, {expected} counted)',
      effect:
        'These points are provisional, from one to the other, and national ranks are bands; no means, charts or amounts',
      cure: 'Check criteria and sums against the publication',
    },
  },
  'nation-points-open': {
    code: 'E-435',
    severity: 'check',
    ja: {
      what: '{count}市町村中{found}市町村の得点は、読み取れない枝番があり、表の計からも決まりません（{municipality}ほか）',
      effect: 'この市町村の得点は範囲で示す暫定とし、全国順位は幅で示します。平均・グラフ・交付額は出していません',
      cure: '枝番の見出しとセルを直すか、計と順位のある表を指定してください',
    },
    en: {
      what: 'Points of {found} of {count:municipality|municipalities} stay open: criteria could not be read and no printed sum settles them ({municipality} and others)',
      effect: 'These points are provisional and national ranks are bands; no means, charts or amounts',
      cure: 'Mend header and cells, or give a table with sums and ranks',
    },
  },
  'nation-mean-contradicts': {
    code: 'E-436',
    severity: 'stop',
    ja: {
      what: '全国集計の表の総得点の平均は{found}点で、{year}の公表値{expected}点と違います（最も近いのは{nearest}）',
      effect: 'この表からは、得点・順位・平均・交付額を一つも出していません',
      cure: '年度が合っているか、得点が書き換わっていないかを確認してください',
    },
    en: {
      what: 'The mean total of the national table is {found}, published for {year} is {expected} (nearest: {nearest})',
      effect: 'No points, rank, mean or amount was taken from it',
      cure: 'Check the year, and that the points are as published',
    },
  },
  'nation-ranks-not-national': {
    code: 'E-437',
    severity: 'check',
    ja: {
      what: '表の順位は、得点の順と合わないか、この表の中だけの順位です',
      effect: '全国順位には使わず、公表された得点の分布、なければ順位の幅によります',
      cure: '全国順位の列があるか確認してください',
    },
    en: {
      what: 'The printed ranks do not follow the points, or count only this table',
      effect: 'National ranks come from the published distribution, else as bands',
      cure: 'Check whether there is a column of national ranks',
    },
  },
  'nation-ranks-not-published': {
    code: 'E-438',
    severity: 'check',
    ja: {
      what: '{count}市町村の表の順位が、公表された得点の分布による順位と違います（最初は{municipality}：表{found}位、分布では{expected}位）',
      effect: '表の順位を採用しています',
      cure: '公表された表の順位かどうか確認してください',
    },
    en: {
      what: '{count:printed rank is not that|printed ranks are not those} of the published distribution ({municipality} first: {found}, by the distribution {expected})',
      effect: 'The printed ranks are used',
      cure: 'Check that they are the published ranks',
    },
  },
  'nation-prefecture-count': {
    code: 'E-439',
    severity: 'check',
    ja: {
      what: '{prefecture}の市町村が表には{found}あり、名簿の{expected}と違います',
      effect: '抜けと余分があるため、順位を計算し直さず、全国の平均とグラフも出していません',
      cure: '抜けている市町村と余分な行がないか確認してください',
    },
    en: {
      what: '{prefecture} has {found:municipality|municipalities} in the table, registered are {expected}',
      effect: 'Ranks are not recomputed, and there are no national means or charts',
      cure: 'Look for missing and extra rows',
    },
  },
  'nation-not-recognised': {
    code: 'E-450',
    severity: 'stop',
    ja: {
      what: '全国集計の表から、枝番{expected}件のうち{found}件の列を読み取れません（最初は「{first}」）',
      effect: 'この表からは、得点・順位・平均・交付額を一つも出していません',
      cure: '年度が合っているか、見出しの行（交付金・目標・指標群・番号・指標名・枝番）が公表されたままかを確認してください',
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
      what: '全国集計の表の合計が、枝番から数えた合計と{of}市町村のうち{count}市町村で違います（{municipality}：表では{found}点、計算では{expected}点）',
      effect: 'この表からは、得点・順位・平均・交付額を一つも出していません',
      cure: '年度が合っているか、列の並びや見出しを変えていないかを確認し、公表されたままの表を指定してください',
    },
    en: {
      what: 'The totals of the national table differ from its criteria for {count} of {of:municipality|municipalities} ({municipality}: {found} printed, {expected} counted)',
      effect: 'No points, rank, mean or amount was taken from it',
      cure: 'Check the year and that columns and header are unchanged; pass the table as published',
    },
  },
  'nation-goal4-differs': {
    code: 'E-419',
    severity: 'check',
    ja: {
      what: '{municipality}の{name}が、推進では「{found}」、支援では「{expected}」（{other}）です',
      effect: '枝番からは確定できません（配点{points}点）。表の計で決まらなければ、この市町村は暫定です',
      cure: 'どちらが正しいか確認してください',
    },
    en: {
      what: '{municipality}: {name} is "{found}" under 推進, "{expected}" under 支援 ({other})',
      effect: 'It is open (worth {points}); unless printed sums settle it, the points are provisional',
      cure: 'Check which is right',
    },
  },
  'nation-cell-unreadable': {
    code: 'E-420',
    severity: 'check',
    ja: {
      what: '「{found}」は{name}の得点として読み取れません（{expected} のいずれか）',
      effect: '枝番からは確定できません（配点{points}点）。表の計で決まらなければ、この市町村は暫定です',
      cure: 'セルを直してください',
    },
    en: {
      what: '"{found}" is no value of {name} ({expected})',
      effect: 'It is open (worth {points}); unless printed sums settle it, the points are provisional',
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
      what: '{found}の実績値の列が{count}列あり、どれで順位を付けるか判定できないため使いません',
      effect: '',
      cure: '',
    },
    en: { what: '{found} has {count:column|columns} of figures; none is used', effect: '', cure: '' },
  },
  'nation-own-total-differs': {
    code: 'E-424',
    severity: 'check',
    ja: {
      what: '{municipality}の推進Ⅰ活動1は表では{found}点、この指標を除く総得点{total}点を全市町村で順位付けると{expected}点です',
      effect: '{used}を採用しています',
      cure: '他の指標の得点に誤りがないか確認してください',
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
      what: '{municipality}の{name}は、表では「{found}」、実績値の順位からは「{expected}」です',
      effect: '表の得点を採用しています',
      cure: '実績値と得点のどちらが正しいか確認してください',
    },
    en: {
      what: '{municipality}, {name}: printed "{found}", by the raw figures "{expected}"',
      effect: 'The printed points are used',
      cure: 'Check figures and points',
    },
  },
  'nation-more-of-these': {
    code: 'E-426',
    severity: 'info',
    ja: { what: '{found}がほかに{count}件あります（全{total}件）', effect: '', cure: '' },
    en: { what: '{count} more of {found} ({total} in all)', effect: '', cure: '' },
  },
  'nation-unanswered': {
    code: 'E-427',
    severity: 'check',
    ja: {
      what: '得点の空欄が{found}件あります（{municipality}ほか{count}市町村）',
      effect: '枝番からは確定できません。表の計で決まらなければ、その市町村は暫定です',
      cure: '空欄が0点の意味かどうか確認してください',
    },
    en: {
      what: '{found:blank cell|blank cells} among the points ({municipality} and others, {count:municipality|municipalities})',
      effect: 'They are open; unless printed sums settle them, the points are provisional',
      cure: 'Check whether blank means 0',
    },
  },
  'nation-municipality-absent': {
    code: 'E-449',
    severity: 'check',
    ja: {
      what: '「{found}」が全国集計の表に見つかりません',
      effect: '表による順位は出していません',
      cure: '市町村名・都道府県・団体コードを確認してください',
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
      cure: '都道府県名を付けて書くか、名前を確認してください',
    },
    en: {
      what: 'The peer "{found}" is not in the national table, or the name is shared ({count:row|rows})',
      effect: 'It was left out',
      cure: 'Write the prefecture before the name, or check it',
    },
  },
  'batch-duplicate': {
    code: 'E-463',
    severity: 'check',
    ja: {
      what: '「{found}」の回答が{count}件のファイルにあり（{files}）、{differences}個の枝番で違います',
      effect: 'まとめずに、どれも一覧に載せています',
      cure: '使わないファイルを外すか、違う枝番を直してください',
    },
    en: {
      what: '"{found}" is in {count:file|files} ({files}) with {differences:criterion|criteria} that differ',
      effect: 'They were not put together; all of them are listed',
      cure: 'Take out those not meant, or correct the criteria that differ',
    },
  },
} as const satisfies Record<string, ProblemText>;
