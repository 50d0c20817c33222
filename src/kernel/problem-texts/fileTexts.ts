import type { ProblemText } from './problemText';

/** Files that cannot be opened, or only in part. */
export const fileTexts = {
  'file-missing': {
    code: 'E-101',
    severity: 'stop',
    ja: {
      what: 'ファイル「{found}」が見つかりません',
      effect: '何も採点していません',
      cure: '場所と名前を確かめてください',
    },
    en: { what: 'File "{found}" was not found', effect: 'Nothing was scored', cure: 'Check its folder and name' },
  },
} as const satisfies Record<string, ProblemText>;
