import type { ProblemText } from './problemText';

/** The task pane itself. */
export const paneTexts = {
  'pane-failed': {
    code: 'E-741',
    severity: 'stop',
    ja: {
      what: 'このアドインの中で予期しないエラーが起きました（{message}）',
      effect: 'この処理は途中で止まりました。採点のシートは、書き込みの前か、書き終えたあとの状態です',
      cure: 'もう一度実行してください。続くときは、このコードと操作の手順を添えて開発者に知らせてください',
    },
    en: {
      what: 'Something unexpected happened inside this add-in ({message})',
      effect: 'This step ended early. Our sheets are as before the write, or complete',
      cure: 'Run again; if it persists, report this code and what you did',
    },
  },
  'mapping-outdated': {
    code: 'E-742',
    severity: 'check',
    ja: {
      what: '前回この表を採点したときと見出しが変わっています（{count} か所）',
      effect: '前回決めた列と違うところを読んでいることがあります',
      cure: '読み取りの画面で、シートと回答の列を確かめてください',
    },
    en: {
      what: 'The headers changed since this table was last scored ({count} places)',
      effect: 'Another column than the one you chose may be read',
      cure: 'Check the sheet and the answer column',
    },
  },
} as const satisfies Record<string, ProblemText>;
