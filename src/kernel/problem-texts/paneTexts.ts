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
} as const satisfies Record<string, ProblemText>;
