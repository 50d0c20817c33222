import { engineVersion } from '../kernel';
import type { Language } from '../problems';
import { scoredYears } from '../schemes';
import { asCalled, type CalledAs } from './calledAs';
import { scoreOptionTable, templateOptionTable, type OptionTable } from './optionTable';

/** One line: the program, its version and the years it knows. */
export const versionText = (): string => `incentive-score ${engineVersion} (${scoredYears().join(', ')})`;

const texts = {
  ja: {
    score: `使い方
  npm run score -- [ファイルかフォルダー…] [指定…]
      回答のブック（.xlsx .xlsm .ods .csv）を採点し、得点表を表示して結果のブックを書きます。
      フォルダーや複数のファイルは、まとめて採点して順位表を作ります。
      全国集計そのものを指定すると、全市町村の順位表と統計を作ります。
      入力ファイルは変えません（--in-place のときだけ、その中に書きます）。手の加わったファイルは上書きしません。`,
    verify: `  npm run score -- verify [ファイルかフォルダー …]
      採点結果や資料のシートが、印刷した資料コードのときのままかを確かめます（0 そのまま、1 違う、2 確かめられない）。`,
    template: `  npm run template -- --year R8 [指定…]
      ○×の選択肢が付いた回答票を作ります。`,
    npm: `ファイルを省くと、付属の見本を採点します。設定・配分計画・結果の JSON の形は assets/schemas/、見本は assets/samples/ にあります。
「npm run score」のあとの「--」を忘れると、指定は npm のものとして扱われます。`,
    end: `場所は、コマンドを入力したフォルダーから数えます。
終了コード  0 採点した ／ 1 採点したが要確認あり ／ 2 採点できない（何も書いていない）`,
  },
  en: {
    score: `Usage
  npm run score -- [files or folders …] [options …]
      Scores workbooks of answers (.xlsx .xlsm .ods .csv), prints the points and writes a workbook of results.
      A folder, or several files, are scored together and ranked.
      Given the national table itself, it ranks all municipalities.
      The input is not changed (with --in-place alone it is written into); a file that somebody edited is not replaced.`,
    verify: `  npm run score -- verify [files or folders …]
      Says whether sheets of results and papers still are what their printed code says (0 yes, 1 no, 2 nothing to verify).`,
    template: `  npm run template -- --year R8 [options …]
      Makes a form for the answers, with ○ and × to choose from.`,
    npm: `Without a file, the sample is scored. Shapes of the JSON files: assets/schemas/, samples: assets/samples/.
Without the "--" behind "npm run score", npm takes the options for its own.`,
    end: `Paths count from the folder where the command was typed.
Exit code  0 scored / 1 scored, with something to check / 2 refused, nothing written`,
  },
} as const satisfies Record<Language, Readonly<Record<'score' | 'verify' | 'template' | 'npm' | 'end', string>>>;

/** The whole help; a wrong call points here and does not print it. */
export const helpText = (language: Language, calledAs: CalledAs = 'npm'): string => {
  const { score, verify, template, npm, end } = texts[language];
  return [
    asCalled(score, calledAs),
    ...optionLines(scoreOptionTable, language),
    '',
    asCalled(verify, calledAs),
    '',
    asCalled(template, calledAs),
    ...optionLines(templateOptionTable, language),
    '',
    ...(calledAs === 'npm' ? [npm] : []),
    end,
  ].join('\n');
};

const optionLines = (table: OptionTable, language: Language): readonly string[] =>
  Object.entries(table).map(([name, { example, [language]: words }]) => {
    const call = example === undefined ? `--${name}` : `--${name} ${example}`;
    return `      ${call}\n          ${words}`;
  });
