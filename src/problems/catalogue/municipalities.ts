import type { ProblemText } from '../text';

/** Who a municipality is: codes and names (rules/bad-inputs.md#b041–#b054). None of them stops the scoring. */
export const municipalityTexts = {
  'municipality-code-unreadable': {
    code: 'E-241',
    severity: 'check',
    ja: {
      what: '団体コード「{found}」は読み取れません',
      effect: 'コードを使わずに進めます',
      cure: '全国地方公共団体コード（6桁、または検査数字を除く5桁）を入力してください',
    },
    en: {
      what: 'Municipality code "{found}" cannot be read',
      effect: 'The code is not used',
      cure: 'Enter the 6-digit local government code (or its first 5 digits)',
    },
  },
  'municipality-code-check-digit': {
    code: 'E-242',
    severity: 'check',
    ja: {
      what: '団体コード「{found}」の検査数字（6桁目）が合いません。上5桁が正しければ{expected}です',
      effect: 'コードを使わずに進めます',
      cure: 'コードの打ち間違いか、介護保険の保険者番号など別の番号でないかを確認してください',
    },
    en: {
      what: 'Municipality code "{found}" has a wrong check digit; if the first five digits are right it is {expected}',
      effect: 'The code is not used',
      cure: 'Check the code for a typing error, or whether it is another kind of number (an insurer number)',
    },
  },
  'municipality-code-ambiguous': {
    code: 'E-243',
    severity: 'check',
    ja: {
      what: '団体コード「{found}」は先頭の0が落ちた6桁か検査数字のない5桁か判定できません：{candidates}',
      effect: 'コードを使わずに進めます',
      cure: 'コードを6桁の文字列で入力するか、市町村名を添えてください',
    },
    en: {
      what: 'Code "{found}" may be six digits that lost a leading 0, or five without the check digit: {candidates}',
      effect: 'The code is not used',
      cure: 'Enter all six digits as text, or give the name of the municipality',
    },
  },
  'municipality-code-mismatch': {
    code: 'E-244',
    severity: 'check',
    ja: {
      what: '名称「{found}」と団体コード{code}（{official}）が合いません',
      effect: 'どの市町村か決めていません。県内の順位は出ません',
      cure: '名称、都道府県、団体コードのうち誤っているものを直してください',
    },
    en: {
      what: 'Name "{found}" and code {code} ({official}) do not belong together',
      effect: 'The municipality is undecided; no rank in the prefecture',
      cure: 'Correct the name, the prefecture or the code',
    },
  },
  'municipality-shared-name': {
    code: 'E-245',
    severity: 'check',
    ja: {
      what: '「{found}」は複数あります：{candidates}',
      effect: 'どの市町村か決めていません。県内の順位は出ません',
      cure: '都道府県名か団体コードを入力してください（コマンドラインは --prefecture 都道府県名）',
    },
    en: {
      what: 'There is more than one "{found}": {candidates}',
      effect: 'The municipality is undecided; no rank in the prefecture',
      cure: 'Enter the prefecture or the code (or pass --prefecture)',
    },
  },
  'municipality-base-name': {
    code: 'E-246',
    severity: 'check',
    ja: {
      what: '「{found}」には市・町・村・区がありません。候補：{candidates}',
      effect: 'どの市町村か決めていません。県内の順位は出ません',
      cure: '市町村名を正式に入力してください',
    },
    en: {
      what: '"{found}" lacks its ending (市, 町, 村 or 区). Candidates: {candidates}',
      effect: 'The municipality is undecided; no rank in the prefecture',
      cure: 'Enter the full name',
    },
  },
  'municipality-ward': {
    code: 'E-247',
    severity: 'check',
    ja: {
      what: '「{found}」は政令指定都市の区です。市は{candidates}',
      effect: '1,741市町村に入らないので、順位と交付額を出しません',
      cure: '市の回答であれば市の名称を入力してください',
    },
    en: {
      what: '"{found}" is a ward of a designated city: {candidates}',
      effect: 'It is not among the 1,741 municipalities: no rank and no amount',
      cure: "If these are the city's answers, enter the name of the city",
    },
  },
  'municipality-is-prefecture': {
    code: 'E-248',
    severity: 'check',
    ja: {
      what: '「{found}」は都道府県（{prefecture}）で、市町村ではありません',
      effect: '市町村分の採点の対象にしていません',
      cure: '市町村の名称と団体コードを入力してください',
    },
    en: {
      what: '"{found}" is a prefecture ({prefecture}), not a municipality',
      effect: 'It is not scored as a municipality',
      cure: 'Enter the name and code of a municipality',
    },
  },
  'municipality-in-other-prefecture': {
    code: 'E-249',
    severity: 'check',
    ja: {
      what: '「{found}」は{prefecture}の名簿にありません。同じ名称：{candidates}',
      effect: 'どの市町村か決めていません。県内の順位は出ません',
      cure: '都道府県名か市町村名を直してください',
    },
    en: {
      what: '"{found}" is not in {prefecture}; the name exists as: {candidates}',
      effect: 'The municipality is undecided; no rank in the prefecture',
      cure: 'Correct the prefecture or the name',
    },
  },
  'municipality-unknown': {
    code: 'E-250',
    severity: 'check',
    ja: {
      what: '「{found}」は市区町村の名簿（{listDate}現在）にありません',
      effect: '採点はしますが、団体コードは付きません',
      cure: '名称の誤りか、名簿より新しい市町村でないかを確認してください',
    },
    en: {
      what: '"{found}" is not in the register of municipalities (as of {listDate})',
      effect: 'It is scored, but gets no code',
      cure: 'Check the spelling, or whether the municipality is newer than the register',
    },
  },
  'municipality-code-unknown': {
    code: 'E-251',
    severity: 'check',
    ja: {
      what: '団体コード{found}は市区町村の名簿（{listDate}現在）にありません',
      effect: '採点はしますが、名簿とは対応させません',
      cure: '合併前のコードや名簿より新しいコードでないかを確認してください',
    },
    en: {
      what: 'Code {found} is not in the register of municipalities (as of {listDate})',
      effect: 'It is scored, but not matched to the register',
      cure: 'Check whether the code is from before a merger or newer than the register',
    },
  },
  'prefecture-unknown': {
    code: 'E-252',
    severity: 'check',
    ja: {
      what: '都道府県名「{found}」は読み取れません',
      effect: '都道府県名を使わずに進めます',
      cure: '「福島県」のように入力してください',
    },
    en: { what: 'Prefecture "{found}" is not known', effect: 'It is not used', cure: 'Enter it like 福島県' },
  },
  'municipality-spelling': {
    code: 'E-253',
    severity: 'info',
    ja: { what: '「{found}」を{expected}と読みました（字体の違い）', effect: '', cure: '' },
    en: { what: '"{found}" was read as {expected} (variant characters)', effect: '', cure: '' },
  },
  'municipality-former': {
    code: 'E-254',
    severity: 'info',
    ja: { what: '「{found}」を{expected}と読みました（{since}に変更）', effect: '', cure: '' },
    en: { what: '"{found}" was read as {expected} (changed on {since})', effect: '', cure: '' },
  },
  'municipality-nameless': {
    code: 'E-255',
    severity: 'check',
    ja: {
      what: '市町村名も使える団体コードもありません',
      effect: 'どの市町村か決めていません',
      cure: '市町村名か団体コードを入力してください（コマンドラインは --municipality 市町村名）',
    },
    en: {
      what: 'There is neither a name nor a usable code',
      effect: 'The municipality is undecided',
      cure: 'Enter the name or the code of the municipality (or pass --municipality)',
    },
  },
  'municipality-union': {
    code: 'E-256',
    severity: 'info',
    ja: {
      what: '「{found}」は広域連合・組合です',
      effect: '1,741市町村に入らないので、順位と交付額を出しません',
      cure: '',
    },
    en: {
      what: '"{found}" is a union of municipalities',
      effect: 'It is not among the 1,741 municipalities: no rank and no amount',
      cure: '',
    },
  },
  'municipality-special-ward-assumed': {
    code: 'E-257',
    severity: 'check',
    ja: {
      what: '「{found}」を{expected}と読みました。同じ名称の区が{candidates}にもあります',
      effect: '特別区として扱います',
      cure: '都道府県名か団体コードを入力すると確定します',
    },
    en: {
      what: '"{found}" was read as {expected}; wards of the same name exist in {candidates}',
      effect: 'It is taken for the special ward',
      cure: 'Enter the prefecture or the code to settle it',
    },
  },
  'municipality-written': {
    code: 'E-465',
    severity: 'info',
    ja: { what: '「{found}」を{expected}と読みました', effect: '', cure: '' },
    en: { what: '"{found}" was read as {expected}', effect: '', cure: '' },
  },
  'column-of-nobody': {
    code: 'E-466',
    severity: 'check',
    ja: {
      what: '見出し「{found}」の列には ○× などがありますが、どの市町村の列か分かりません{candidates}',
      effect: 'この列は採点していません',
      cure: '市町村の列であれば、見出しを市町村名（同じ名称があれば都道府県名も）に直してください',
    },
    en: {
      what: 'The column headed "{found}" holds marks, but it cannot be told whose it is{candidates}',
      effect: 'This column is not scored',
      cure: 'If it is a municipality, write its name in the header (and the prefecture where the name is shared)',
    },
  },
  'municipalities-missing': {
    code: 'E-475',
    severity: 'check',
    ja: {
      what: '{prefecture}の{of}市町村のうち、{count}市町村がありません：{found}',
      effect: '一覧と順位にこれらの市町村は入っていません',
      cure: '回答が届いているか、ファイルや列の名前が正しいかを確認してください',
    },
    en: {
      what: 'Of {of:municipality|municipalities} of {prefecture}, {count:is|are} missing: {found}',
      effect: 'The list and its order are without them',
      cure: 'Check whether their answers have arrived, and the names of files and columns',
    },
  },
  'municipalities-few': {
    code: 'E-476',
    severity: 'info',
    ja: { what: '{prefecture}の{of}市町村のうち、{count}市町村がありません：{found}', effect: '', cure: '' },
    en: {
      what: 'Of {of:municipality|municipalities} of {prefecture}, {count:is|are} missing: {found}',
      effect: '',
      cure: '',
    },
  },
  'municipality-by-neighbours': {
    code: 'E-477',
    severity: 'info',
    ja: {
      what: '「{found}」を{expected}と読みました（ほかがすべて{prefecture}の市町村のため）',
      effect: '',
      cure: '',
    },
    en: { what: '"{found}" was read as {expected}, since all others are of {prefecture}', effect: '', cure: '' },
  },
} as const satisfies Record<string, ProblemText>;
