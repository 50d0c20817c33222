import type { ProblemText } from '../text';

/** What a person chose, or gave as a file, that does not fit the workbook. */
export const choiceTexts = {
  'scenario-shape': {
    code: 'E-585',
    severity: 'stop',
    ja: {
      what: '取組案のファイルの「{found}」が定められた形と違います：{message}',
      effect: '取組案は読み込んでいません',
      cure: 'assets/schemas/scenario.schema.json の形に直してください',
    },
    en: {
      what: 'The scenario file has a wrong shape at "{found}": {message}',
      effect: 'The scenario was not used',
      cure: 'Correct it by assets/schemas/scenario.schema.json',
    },
  },
  'mapping-shape': {
    code: 'E-934',
    severity: 'stop',
    ja: {
      what: '--mapping のファイルの「{found}」が定められた形と違います：{message}',
      effect: '何も採点していません',
      cure: 'パネルか --save-mapping が書いたままのファイルを指定してください',
    },
    en: {
      what: 'The file of --mapping has a wrong shape at "{found}": {message}',
      effect: 'Nothing was scored',
      cure: 'Give a file as the pane or --save-mapping wrote it',
    },
  },
  'chosen-municipality-missing': {
    code: 'E-928',
    severity: 'stop',
    ja: {
      what: '「{found}」の回答は、このブックにありません（あるのは {expected}）',
      effect: 'このブックは採点していません',
      cure: '--municipality に、ブックにある市町村名を指定してください',
    },
    en: {
      what: 'The workbook has no answers of "{found}" (it has {expected})',
      effect: 'The workbook was not scored',
      cure: 'Give a municipality of the workbook with --municipality',
    },
  },
  'chosen-municipality-differs': {
    code: 'E-929',
    severity: 'stop',
    ja: {
      what: '--municipality は「{found}」ですが、ブックには「{expected}」の回答と書かれています',
      effect: 'このブックは採点していません',
      cure: '--municipality を外すか、ブックの市町村名・団体コードを直してください',
    },
    en: {
      what: '--municipality says "{found}", but the workbook says it is the answers of "{expected}"',
      effect: 'The workbook was not scored',
      cure: 'Leave --municipality out, or correct the name or the code in the workbook',
    },
  },
  'chosen-municipality-shared': {
    code: 'E-930',
    severity: 'stop',
    ja: {
      what: '「{found}」は、このブックに複数あります（{expected}）',
      effect: 'このブックは採点していません',
      cure: '--prefecture に都道府県名を指定してください',
    },
    en: {
      what: 'The workbook has more than one "{found}" ({expected})',
      effect: 'The workbook was not scored',
      cure: 'Give its prefecture with --prefecture',
    },
  },
  'chosen-prefecture-unreadable': {
    code: 'E-931',
    severity: 'stop',
    ja: {
      what: '--prefecture「{found}」という都道府県はありません',
      effect: '何も採点していません',
      cure: '「福島県」のように指定してください',
    },
    en: {
      what: 'There is no prefecture "{found}" for --prefecture',
      effect: 'Nothing was scored',
      cure: 'Write it like 福島県',
    },
  },
  'chosen-prefecture-differs': {
    code: 'E-932',
    severity: 'stop',
    ja: {
      what: '--prefecture は「{found}」ですが、ブックにあるのは「{expected}」の回答です',
      effect: 'このブックは採点していません',
      cure: '--prefecture を外すか、ブックの都道府県名・団体コードを直してください',
    },
    en: {
      what: '--prefecture says "{found}", but the workbook has the answers of "{expected}"',
      effect: 'The workbook was not scored',
      cure: 'Leave --prefecture out, or correct the prefecture or the code in the workbook',
    },
  },
  'municipality-choice-in-nation': {
    code: 'E-933',
    severity: 'stop',
    ja: {
      what: '全国集計の表では、市町村や都道府県（「{found}」）を選べません',
      effect: '何も採点していません',
      cure: 'この指定を外すか、回答のブックを指定して、表は --national で渡してください',
    },
    en: {
      what: 'No municipality or prefecture ("{found}") can be chosen in a national table',
      effect: 'Nothing was scored',
      cure: 'Leave it out, or give a workbook of answers and the table with --national',
    },
  },
  'json-broken': {
    code: 'E-906',
    severity: 'stop',
    ja: {
      what: '「{found}」は JSON として読めません',
      effect: '何も採点していません',
      cure: 'ファイルの中身を確認してください',
    },
    en: { what: '"{found}" is no valid JSON', effect: 'Nothing was scored', cure: 'Check the file' },
  },
} as const satisfies Record<string, ProblemText>;
