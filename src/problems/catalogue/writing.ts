import type { ProblemText } from '../text';

/** What is said of our own sheets when they are written: values overwritten, sheets put elsewhere, reports not made. */
export const writingTexts = {
  'report-needs-one': {
    code: 'E-720',
    severity: 'check',
    ja: {
      what: '「{found}」は、この結果からは作成できません',
      effect: 'この報告書は書いていません。ブックに前に書いたシートがあれば、古い数字のままです',
      cure: '1市町村だけを採点したときに作成できます',
    },
    en: {
      what: '{found} cannot be made of these results',
      effect: 'This report was not written; an earlier one in the workbook keeps its old figures',
      cure: 'It needs exactly one municipality',
    },
  },
  'report-needs-answers': {
    code: 'E-721',
    severity: 'check',
    ja: {
      what: '「{found}」は、この結果からは作成できません',
      effect: 'この報告書は書いていません。ブックに前に書いたシートがあれば、古い数字のままです',
      cure: '1市町村の回答を採点したときに作成できます',
    },
    en: {
      what: '{found} cannot be made of these results',
      effect: 'This report was not written; an earlier one in the workbook keeps its old figures',
      cure: 'It needs the answers of exactly one municipality',
    },
  },
  'report-needs-peers': {
    code: 'E-479',
    severity: 'check',
    ja: {
      what: '「{found}」は、この結果からは作成できません',
      effect: 'この報告書は書いていません。ブックに前に書いたシートがあれば、古い数字のままです',
      cure: '2～10市町村の回答を採点するか、全国集計表（--national）と「設定」の「比較団体」があるときに作成できます。自団体を入れて10市町村までです',
    },
    en: {
      what: '{found} cannot be made of these results',
      effect: 'This report was not written; an earlier one in the workbook keeps its old figures',
      cure: 'It needs the answers of 2 to 10 municipalities, or a national table (--national) and 比較団体 in the settings; 10 at most, the own one included',
    },
  },
  'report-needs-several': {
    code: 'E-722',
    severity: 'check',
    ja: {
      what: '「{found}」は、この結果からは作成できません',
      effect: 'この報告書は書いていません。ブックに前に書いたシートがあれば、古い数字のままです',
      cure: '複数の市町村の回答か、全国集計表（--national）があるときに作成できます',
    },
    en: {
      what: '{found} cannot be made of these results',
      effect: 'This report was not written; an earlier one in the workbook keeps its old figures',
      cure: 'It needs several municipalities or a national table (--national)',
    },
  },
  'report-needs-points': {
    code: 'E-723',
    severity: 'check',
    ja: {
      what: '「{found}」は、この結果からは作成できません',
      effect: 'この報告書は書いていません。ブックに前に書いたシートがあれば、古い数字のままです',
      cure: '市町村の得点があるときに作成できます',
    },
    en: {
      what: '{found} cannot be made of these results',
      effect: 'This report was not written; an earlier one in the workbook keeps its old figures',
      cure: 'It needs points of a municipality',
    },
  },
  'report-needs-years': {
    code: 'E-460',
    severity: 'check',
    ja: {
      what: '「{found}」は、この結果からは作成できません',
      effect: 'この報告書は書いていません。ブックに前に書いたシートがあれば、古い数字のままです',
      cure: '前の年度の回答もあわせて採点したときに作成できます',
    },
    en: {
      what: '{found} cannot be made of these results',
      effect: 'This report was not written; an earlier one in the workbook keeps its old figures',
      cure: 'It needs the answers of earlier years as well',
    },
  },
  'reports-left-out': {
    code: 'E-724',
    severity: 'info',
    ja: {
      what: '「{found}」は、この結果からは作成できないため書いていません',
      effect: 'ほかの報告書は書いています',
      cure: '必要なときは、その名前を --report に指定すると、何が足りないかを表示します',
    },
    en: {
      what: '{found} cannot be made of these results and was left out',
      effect: 'The other reports were written',
      cure: 'Ask for it by name with --report to be told what it needs',
    },
  },
} as const satisfies Record<string, ProblemText>;
