import type { ProblemText } from '../text';

/** Plans of the pots, shares, estimates, years compared, and the use of the grant. */
export const moneyTexts = {
  'unknown-plan': {
    code: 'E-501',
    severity: 'stop',
    ja: {
      what: '{found}年度の配分の条件（予算額・係数）は登録されていません（登録済み：{expected}年度）',
      effect: '別の年度の予算では代用しません。配分は計算していません',
      cure: '予算額が分かれば、その年度の配分計画ファイルを指定してください',
    },
    en: {
      what: 'No allocation plan for fiscal year {found} (known: {expected})',
      effect: 'Another year’s budget is never used instead; nothing was shared out',
      cure: 'Load that year’s plan file once its budget is known',
    },
  },
  'plan-shape': {
    code: 'E-502',
    severity: 'stop',
    ja: {
      what: '配分計画ファイルの「{found}」が定められた形と違います：{message}',
      effect: '配分は計算していません',
      cure: '配分計画ファイルを直してください',
    },
    en: {
      what: 'The plan file has a wrong shape at "{found}": {message}',
      effect: 'Nothing was shared out',
      cure: 'Correct the plan file',
    },
  },
  'plan-lint': {
    code: 'E-503',
    severity: 'stop',
    ja: {
      what: '配分計画ファイルの数字が合いません（{found}）：{message}',
      effect: '配分は計算していません',
      cure: '出典と照らして配分計画ファイルを直してください',
    },
    en: {
      what: 'The figures of the plan file do not agree ({found}): {message}',
      effect: 'Nothing was shared out',
      cure: 'Check the file against its source',
    },
  },
  'plan-unspecified': {
    code: 'E-504',
    severity: 'stop',
    ja: {
      what: '{found}は公表資料に書かれておらず、配分計画でも「未定（unspecified）」です',
      effect: 'この年度の配分は計算していません',
      cure: '配分計画ファイルに値を入れるか、公表額から係数を推定してください',
    },
    en: {
      what: '{found} is not public and stands as "unspecified" in the plan',
      effect: 'Nothing was shared out for this year',
      cure: 'Give a value in the plan file or calibrate it from published amounts',
    },
  },
  'insured-missing': {
    code: 'E-511',
    severity: 'check',
    ja: {
      what: '{name}の第1号被保険者数がありません（または0人です）',
      effect: '交付額は計算していません',
      cure: '第1号被保険者数を1人以上の整数で入力してください',
    },
    en: {
      what: 'The insured persons of {name} are missing or zero',
      effect: 'No grant was worked out',
      cure: 'Enter a whole number of at least 1',
    },
  },
  'insured-impossible': {
    code: 'E-512',
    severity: 'check',
    ja: {
      what: '{name}の第1号被保険者数「{found}」は人数として扱えません（{expected}）',
      effect: '交付額は計算していません',
      cure: '第1号被保険者数を1人以上の整数で入力してください',
    },
    en: {
      what: 'The insured persons "{found}" of {name} are impossible ({expected})',
      effect: 'No grant was worked out',
      cure: 'Enter a whole number of at least 1',
    },
  },
  'points-impossible': {
    code: 'E-513',
    severity: 'check',
    ja: {
      what: '{name}の得点「{found}」は扱えません（{expected}）',
      effect: '交付額は計算していません',
      cure: '得点を 0 以上の整数で入力してください',
    },
    en: {
      what: 'The points "{found}" of {name} are impossible ({expected})',
      effect: 'No grant was worked out',
      cure: 'Enter whole points, 0 or more',
    },
  },
  'weights-zero': {
    code: 'E-514',
    severity: 'stop',
    ja: {
      what: '{found}の配分の重み（得点×第1号被保険者数×係数）の合計が0です',
      effect: '0 では割れないため、配分は計算していません',
      cure: '得点と第1号被保険者数が入っているか確認してください',
    },
    en: {
      what: 'The weights of {found} (points × insured × coefficient) add up to 0',
      effect: 'Nothing can be divided by 0; nothing was shared out',
      cure: 'Check that points and insured persons are filled in',
    },
  },
  'pot-zero': {
    code: 'E-515',
    severity: 'stop',
    ja: {
      what: '{found}の配分の元になる額が{expected}です',
      effect: '配分は計算していません',
      cure: '予算額と、別枠で先に差し引く額を確認してください',
    },
    en: {
      what: 'The amount to share out for {found} is {expected}',
      effect: 'Nothing was shared out',
      cure: 'Check the budget and the frames taken out first',
    },
  },
  'floors-exceed-pot': {
    code: 'E-516',
    severity: 'stop',
    ja: {
      what: '{found}の激変緩和の下限の合計（{floors}）が、配分できる額（{expected}）を超えています',
      effect: '配分は計算していません',
      cure: '激変緩和の割合か前年度の額を確認してください',
    },
    en: {
      what: 'The transition floors of {found} ({floors}) exceed the amount to share out ({expected})',
      effect: 'Nothing was shared out',
      cure: 'Check the floor’s rate or last year’s amounts',
    },
  },
  'entry-repeated': {
    code: 'E-517',
    severity: 'stop',
    ja: {
      what: '{name}（{found}）が 2 回以上あります',
      effect: '二重に配分しないため、計算していません',
      cure: '重複した行を除いてください',
    },
    en: {
      what: '{name} ({found}) stands more than once',
      effect: 'Nothing was shared out, lest it be paid twice',
      cure: 'Remove the repeated row',
    },
  },
  'frame-unknown': {
    code: 'E-518',
    severity: 'stop',
    ja: {
      what: '{name}に指定された配分枠「{found}」は、この年度の計画では使えません：{message}',
      effect: '配分は計算していません',
      cure: '配分枠の指定を外すか、配分計画ファイルに枠の額を入力してください',
    },
    en: {
      what: 'The frame "{found}" of {name} cannot be used in this year’s plan: {message}',
      effect: 'Nothing was shared out',
      cure: 'Remove the frame or give its amount in the plan file',
    },
  },
  'amount-impossible': {
    code: 'E-519',
    severity: 'check',
    ja: {
      what: '{label}の額「{found}」は扱えません',
      effect: 'この額は使っていません',
      cure: '0円以上の額を入力してください',
    },
    en: {
      what: 'The amount "{found}" of {label} cannot be used',
      effect: 'The amount was left out',
      cure: 'Enter 0 yen or more',
    },
  },
  'unit-missing': {
    code: 'E-521',
    severity: 'check',
    ja: {
      what: '{label}「{found}」の単位が分かりません（円・千円・万円・百万円・億円）',
      effect: '単位は推測しません。この額は使っていません',
      cure: '単位の欄に「千円」などを入れるか、「40,676千円」のように書いてください',
    },
    en: {
      what: 'The unit of {label} "{found}" is unknown (yen, thousand yen …)',
      effect: 'No unit is guessed; the amount was left out',
      cure: 'Fill in the unit, or write e.g. 40,676千円',
    },
  },
  'unit-contradicts': {
    code: 'E-522',
    severity: 'check',
    ja: {
      what: '{label}「{found}」の単位が、単位の欄の「{expected}」と食い違っています',
      effect: 'どちらか判定できないため、この額は使っていません',
      cure: '単位をどちらかに揃えてください',
    },
    en: {
      what: 'The unit in {label} "{found}" contradicts the unit column ("{expected}")',
      effect: 'The amount was left out',
      cure: 'Make the two agree',
    },
  },
  'amount-out-of-band': {
    code: 'E-523',
    severity: 'check',
    ja: {
      what: '{label}（{found}）は、{basis}（{expected}）から30％を超えて離れています',
      effect: 'そのまま使っています（円・千円の取り違えの可能性があります）',
      cure: '桁と単位が正しいか確認してください',
    },
    en: {
      what: '{label} {found} is more than 30% away from {basis} {expected}',
      effect: 'It is used as it stands (yen and thousand yen may be mixed up)',
      cure: 'Check the digits and the unit',
    },
  },
  'estimate-unknown-year': {
    code: 'E-531',
    severity: 'check',
    ja: {
      what: '{found}年度の交付額は試算できません（試算できる年度：{expected}年度）',
      effect: '試算はしていません',
      cure: '内示額が分かっていれば設定に入力してください',
    },
    en: {
      what: 'No estimate for fiscal year {found} (possible: {expected})',
      effect: 'Nothing was estimated',
      cure: 'Enter the notice amount in the settings if it is known',
    },
  },
  'estimate-pot-assumed': {
    code: 'E-532',
    severity: 'info',
    ja: {
      what: '{found}年度の予算額は未公表です',
      effect: '{expected}年度と同額と仮定し、幅を{percent}％広げて試算しています',
      cure: '内示額が届いたら設定に入力してください。試算額を予算要求の根拠にしないでください',
    },
    en: {
      what: 'The budget of {found} is not published yet',
      effect: 'Estimated as if it equalled {expected}, with a band {percent}% wider',
      cure: 'Enter the notice amount when it arrives; do not budget on the estimate',
    },
  },
  'notice-off-share': {
    code: 'E-448',
    severity: 'check',
    ja: {
      what: '{label}（{found}）は、配分計画による額（{expected}）と違います',
      effect: '内示額を使い、配分計画による額は印刷していません',
      cure: '内示額の桁と単位、配分計画の係数と予算額が正しいか確認してください',
    },
    en: {
      what: '{label} {found} is not what the allocation plan gives ({expected})',
      effect: 'The notice is used; the share of the plan is printed nowhere',
      cure: 'Check the digits and the unit of the notice, and the coefficients and the budget of the plan',
    },
  },
  'notice-off-estimate': {
    code: 'E-533',
    severity: 'check',
    ja: {
      what: '{label}（{found}）は、得点と第1号被保険者数からの試算（{expected}）から30％を超えて外れています',
      effect: '内示額をそのまま使っています（円・千円の取り違えや、所要見込額による減額の可能性があります）',
      cure: '内示額の桁と単位、得点、第1号被保険者数が正しいか確認してください',
    },
    en: {
      what: '{label} {found} is more than 30% beyond what points and insured persons suggest ({expected})',
      effect: 'The notice is used as it stands (yen and thousand yen may be mixed up, or the expected cost cut it)',
      cure: 'Check the digits and the unit of the notice, the points and the insured persons',
    },
  },
  'schemes-differ': {
    code: 'E-541',
    severity: 'check',
    ja: {
      what: '{label}の満点は、{expected}年度が{expectedMost}点、{found}年度が{foundMost}点です',
      effect: '得点の差は出さず、得点率・順位・標準偏差での位置だけを比べています',
      cure: '資料に載せるときも得点の差は書かないでください',
    },
    en: {
      what: 'Fiscal year {expected} has {expectedMost:point|points} at most ({label}), {found} has {foundMost}',
      effect: 'Rates, ranks and distances in SDs are compared, never points',
      cure: 'Do not print a difference of points',
    },
  },
  'years-out-of-order': {
    code: 'E-542',
    severity: 'stop',
    ja: {
      what: '前年度が{found}、今年度が{expected}で、順序が逆か同じ年度です',
      effect: '比較していません',
      cure: '年度を確認してください',
    },
    en: {
      what: 'The earlier year is {found} and the later {expected}: the order is wrong',
      effect: 'Nothing was compared',
      cure: 'Check the years',
    },
  },
  'use-over': {
    code: 'E-551',
    severity: 'check',
    ja: {
      what: '{name}の充当額（{found}）が、内示額（{expected}）を{difference}上回っています',
      effect: '使途の表は内示額と一致していません',
      cure: '充当先事業の額を減らしてください',
    },
    en: {
      what: '{found} of {name} is assigned, {difference} more than the notice of {expected}',
      effect: 'The use does not add up to the notice',
      cure: 'Reduce the programmes’ amounts',
    },
  },
  'use-under': {
    code: 'E-552',
    severity: 'check',
    ja: {
      what: '{name}の内示額{expected}のうち、{difference}の充当先が決まっていません（充当額{found}）',
      effect: '使途の表に「未充当」の行を加えて、合計を内示額に合わせています',
      cure: '充当先事業を追加するか、額を直してください',
    },
    en: {
      what: '{difference} of the {expected} of {name} is not assigned (assigned: {found})',
      effect: 'The table carries a row for the unassigned remainder',
      cure: 'Add programmes or correct their amounts',
    },
  },
  'use-ineligible': {
    code: 'E-553',
    severity: 'check',
    ja: {
      what: '「{programme}」の経費区分「{found}」は、{name}の対象経費にありません（対象：{expected}）',
      effect: '表には入れていますが、対象経費として確認が要ります',
      cure: '経費区分を直すか、別の交付金に充ててください',
    },
    en: {
      what: 'Category "{found}" of "{programme}" is not eligible for {name} (eligible: {expected})',
      effect: 'It is in the table but must be checked',
      cure: 'Correct the category or use the other grant',
    },
  },
  'use-category-missing': {
    code: 'E-554',
    severity: 'check',
    ja: {
      what: '「{programme}」の経費区分が空欄です',
      effect: '{name}の対象経費かどうか確認していません',
      cure: '経費区分を入力してください（{expected}）',
    },
    en: {
      what: 'The category of "{programme}" is blank',
      effect: 'Not checked against the eligible costs of {name}',
      cure: 'Enter a category ({expected})',
    },
  },
  'use-rule-unknown': {
    code: 'E-555',
    severity: 'info',
    ja: {
      what: '{name}の対象経費は公表資料で確認できていないため、経費区分は確認していません',
      effect: '',
      cure: '',
    },
    en: { what: 'The eligible costs of {name} are not known; categories were not checked', effect: '', cure: '' },
  },
  'use-without-notice': {
    code: 'E-556',
    severity: 'check',
    ja: {
      what: '{name}に充当する事業がありますが、内示額が入っていません',
      effect: '過不足を確認していません',
      cure: '設定に内示額を入力してください',
    },
    en: {
      what: 'Programmes are assigned to {name}, but its notice is missing',
      effect: 'Not checked for excess or remainder',
      cure: 'Enter the notice amount in the settings',
    },
  },
  'settings-shape': {
    code: 'E-561',
    severity: 'stop',
    ja: {
      what: '設定ファイルの「{found}」が定められた形と違います：{message}',
      effect: '設定は使っていません',
      cure: '設定ファイルを直してください',
    },
    en: {
      what: 'The settings file has a wrong shape at "{found}": {message}',
      effect: 'The settings were not used',
      cure: 'Correct the settings file',
    },
  },
  'settings-bare-amount': {
    code: 'E-595',
    severity: 'check',
    ja: {
      what: '設定ファイルの{label}「{found}」は、円か千円かを判定できません（単位のない100万未満の数）',
      effect: '単位は推測しません。この額は使っていません',
      cure: '「"{found}千円"」「"{found}円"」のように、単位を付けた文字列で入力してください',
    },
    en: {
      what: 'The amount {found} of {label} in the settings file may be yen or thousand yen (a number below a million without a unit)',
      effect: 'No unit is guessed; the amount was left out',
      cure: 'Write it as a text with its unit: "{found}千円" or "{found}円"',
    },
  },
  'settings-unreadable': {
    code: 'E-562',
    severity: 'check',
    ja: {
      what: '設定の「{label}」の値「{found}」が読み取れません',
      effect: 'この設定は使っていません',
      cure: '{expected}を入力してください',
    },
    en: {
      what: 'The setting "{label}" reads "{found}", which is not understood',
      effect: 'The setting was not used',
      cure: 'Enter {expected}',
    },
  },
  'settings-repeated': {
    code: 'E-563',
    severity: 'check',
    ja: {
      what: '設定の「{label}」が2か所にあります（{other}は「{expected}」、ここは「{found}」）',
      effect: '先にある{other}の値を使いました',
      cure: 'どちらかの行を消してください',
    },
    en: {
      what: 'The setting "{label}" stands twice ("{expected}" at {other}, "{found}" here)',
      effect: 'The first was used',
      cure: 'Remove one of the rows',
    },
  },
  'programme-without-name': {
    code: 'E-568',
    severity: 'check',
    ja: {
      what: '使途の表に、金額「{found}」だけで事業名のない行があります（事業名の欄：{name}）',
      effect: 'この金額は使途に入れていません',
      cure: '事業名を入れるか、金額を消してください',
    },
    en: {
      what: 'A row of the programmes has the amount "{found}" but no name (its cell: {name})',
      effect: 'The amount is not in the use of the grant',
      cure: 'Enter the name, or clear the amount',
    },
  },
  'programme-without-amount': {
    code: 'E-569',
    severity: 'check',
    ja: {
      what: '使途の表の事業「{found}」に金額がありません',
      effect: 'この事業は使途に入れていません',
      cure: '金額を入れるか、行を消してください',
    },
    en: {
      what: 'The programme "{found}" has no amount',
      effect: 'It is not in the use of the grant',
      cure: 'Enter the amount, or clear the row',
    },
  },
  'settings-no-place': {
    code: 'E-985',
    severity: 'check',
    ja: {
      what: 'シート「{name}」に、入力した値を書き込む行か欄がありません（{items}）',
      effect: 'この値は書き込んでいません',
      cure: 'シートにその行か欄を加えてから、もう一度書き込んでください',
    },
    en: {
      what: 'The sheet "{name}" has no row or column for what was entered ({items})',
      effect: 'These values were not written',
      cure: 'Add that row or column to the sheet, then write again',
    },
  },
  'programmes-changed': {
    code: 'E-986',
    severity: 'check',
    ja: {
      what: 'パネルで入力しているあいだに、シート「{name}」の使途の表が変更されました',
      effect: '使途はまだ書き込んでいません。シートの変更は、そのまま残っています',
      cure: 'パネルの内容で書き換えるときは、もう一度［設定シートに書き込む］を押してください',
    },
    en: {
      what: 'The programmes on the sheet "{name}" were changed while they were entered in the pane',
      effect: 'The programmes are not written yet; the change on the sheet stands',
      cure: 'To replace it by what the pane shows, press Write to the sheet 設定 again',
    },
  },
  'settings-unknown-row': {
    code: 'E-564',
    severity: 'check',
    ja: {
      what: '設定の項目「{found}」は知らない項目です',
      effect: 'この行は使っていません',
      cure: '項目名を元に戻してください',
    },
    en: { what: 'The setting "{found}" is unknown', effect: 'The row was not used', cure: 'Restore its label' },
  },
  'facts-year-differs': {
    code: 'E-565',
    severity: 'check',
    ja: {
      what: '設定の評価年度「{found}」が、採点した年度（{expected}）と違います',
      effect: '設定の「今年度の…」の値は使っていません',
      cure: '設定の評価年度と「今年度の…」の値を確認してください',
    },
    en: {
      what: 'The settings speak of {found}, the answers of {expected}',
      effect: 'The settings of this year were not used',
      cure: 'Check the fiscal year of the settings',
    },
  },
  'facts-mean-differs': {
    code: 'E-567',
    severity: 'check',
    ja: {
      what: '設定の全国の平均点{found}点が、登録済みの公表値{expected}点と違います',
      effect: '資料には登録済みの公表値を印刷します',
      cure: '公表資料の値を確認してください',
    },
    en: {
      what: 'The settings give a national mean of {found}, the packaged figures {expected}',
      effect: 'The papers print the packaged value',
      cure: 'Check the published figure',
    },
  },
  'prefecture-mean-differs': {
    code: 'E-441',
    severity: 'check',
    ja: {
      what: '設定の「都道府県の平均点」{found}点が、{of}の平均{expected}点と違います',
      effect: '資料には{of}の値を印刷します',
      cure: 'どちらが正しいか確認し、違うほうを直してください',
    },
    en: {
      what: 'The settings give a mean of the prefecture of {found}, against {expected} ({of})',
      effect: 'The papers print the latter',
      cure: 'Check which of them is right, and correct the other',
    },
  },
  'facts-points-differ': {
    code: 'E-566',
    severity: 'check',
    ja: {
      what: '設定の「今年度の得点（{label}）」{found}点が、回答からの得点{expected}点と違います',
      effect: '回答からの得点を使いました',
      cure: '国の評価結果と回答のどちらが正しいか確認してください',
    },
    en: {
      what: 'The settings give {found:point|points} ({label}), the answers {expected}',
      effect: 'The points from the answers were used',
      cure: 'Check which of them is right',
    },
  },
  'fact-told-twice': {
    code: 'E-440',
    severity: 'check',
    ja: {
      what: '{label}が2通りあります。{one}では {found}、{other}では {expected} です',
      effect: '{one}の値を印刷するシートと、{other}の値を印刷するシートがあります',
      cure: 'どちらが正しいか確認し、違うほうを直してください',
    },
    en: {
      what: 'There are two figures for {label}: {found} ({one}) and {expected} ({other})',
      effect: 'Some sheets print the one, some the other',
      cure: 'Check which of them is right, and correct the other',
    },
  },
  'last-year-most-unknown': {
    code: 'E-571',
    severity: 'check',
    ja: {
      what: '{found}の満点が登録されていないため、前年度の得点（{label}）の得点率と増減を出せません',
      effect: '前年度の得点は資料に印刷していません',
      cure: '合計の得点は、設定の「前年度の満点（合計）」に満点を入れると印刷します',
    },
    en: {
      what: 'The maximum of {found} is not known, so last year’s points ({label}) have no rate and no change',
      effect: 'Last year’s points are not printed',
      cure: 'For the total, enter its maximum in the settings',
    },
  },
  'last-year-unnamed': {
    code: 'E-575',
    severity: 'check',
    ja: {
      what: '設定に{label}がありますが、「前年度」の年度が未入力です',
      effect: '前年度の値は使わず、比較も資料への印刷もしていません',
      cure: '設定の「前年度」に年度を入力してください（例：{expected}）',
    },
    en: {
      what: 'The settings tell of last year ({label}), but not which year that is',
      effect: 'Nothing of last year was used, compared or printed',
      cure: 'Enter the year in the settings under 前年度 (as {expected})',
    },
  },
  'last-year-points-unused': {
    code: 'E-987',
    severity: 'check',
    ja: {
      what: '設定の「{label}」{found}点を使えません（前年度の配点：{expected}点）',
      effect: 'この得点は、前年度との比較にも目標別の前年度の印にも使っていません',
      cure: '設定の「前年度」と得点を、前年度の評価結果と照らして確認してください。登録のない年度の目標別の得点は使えません',
    },
    en: {
      what: 'Last year’s {found:point|points} ({label}) cannot be used (most that year: {expected})',
      effect: 'They are neither compared with this year nor marked at a goal',
      cure: 'Check 前年度 and the points against last year’s notice; a year that is not packaged has no goals',
    },
  },
  'facts-sum-differs': {
    code: 'E-572',
    severity: 'check',
    ja: {
      what: '設定の{label}の得点（合計）{found}点が、推進と支援の得点の和{expected}点と違います',
      effect: '設定の値をそのまま使いました',
      cure: '国の評価結果と照らして、得点を確認してください',
    },
    en: {
      what: 'The settings give a total of {found:point|points} ({label}), both grants add up to {expected}',
      effect: 'The values were used as they are',
      cure: 'Check the points against the notice',
    },
  },
  'facts-rank-differs': {
    code: 'E-573',
    severity: 'check',
    ja: {
      what: '設定の{label}の全国順位{found}位が、同じ得点（{scored}点）から求めた順位{expected}位と違います',
      effect: '資料には設定の順位を印刷します',
      cure: '国の評価結果と照らして、順位と得点を確認してください',
    },
    en: {
      what: 'The settings give national rank {found} ({label}), the same points ({scored}) rank {expected}',
      effect: 'The papers print the rank of the settings',
      cure: 'Check rank and points against the notice',
    },
  },
  'facts-rank-too-large': {
    code: 'E-574',
    severity: 'check',
    ja: {
      what: '設定の{label}（{found}位）が、市町村の数（{expected}）より大きくなっています',
      effect: '資料には設定の値を印刷します',
      cure: '順位と市町村の数を確認してください',
    },
    en: {
      what: 'The settings give rank {found} ({label}) among {expected:municipality|municipalities}',
      effect: 'The papers print the value of the settings',
      cure: 'Check the rank and the number of municipalities',
    },
  },
} as const satisfies Record<string, ProblemText>;
