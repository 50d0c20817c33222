import { reportKinds, reports } from '../report';

/** `--help`: what can be called, with an example each. */
export const helpText = `使い方
  npm run score -- [ファイル…] [--year R8] [--national 全国集計.xlsx [--peers A市,B町]] [--settings 設定.json] [--plan 配分計画.json] [--out 結果.xlsx] [--json 結果.json|-] [--scheme 指標.json] [--sheet シート名] [--answers 列] [--mark '◎=○'] [--report ${reportKinds.join('|')}] [--in-place]
      回答のブック（.xlsx .xlsm .ods .csv）を採点し、得点表を表示して結果のブックを書きます。
      ファイルを省くと、付属の見本を採点します。入力ファイルは --in-place を付けたときだけ書き換え、そこに前に書いた報告書も更新します。
      例: npm run score -- 回答.xlsx --year R8
      フォルダーや複数のファイルを指定すると、まとめて採点して順位表を作ります。
      --settings 設定.json（または入力ブックのシート「設定」）の内示額・前年度・使途から、配分・前年度比較・使途のシートを作ります。
      設定・配分計画・--json の結果の形は assets/schemas/ に、見本は assets/samples/ にあります。
      --national 全国集計.xlsx を付けると、国の全国集計の中での順位と統計を出します。
      回答のシートや列が1つに決まらないときは、--sheet 案 --answers H（列の記号か見出し）で指定します。
      ◎ や 2 など決まっていない記号の意味は、--mark '◎=○,2=×' で指定します（シート「設定」の「記号の意味」より優先します）。
      --report ${reports.map(({ kind, words }) => `${kind}（${words}）`).join('、')}、all を付けると、報告書のシートも作ります。
      全国集計そのものを指定すると、全市町村の順位表と統計を作ります。
  npm run template -- --year R8 [--scheme 指標.json] [--municipality 市町村名] [--out 回答票.xlsx]
      ○×の選択肢が付いた回答票を作ります。登録のない年度は、--scheme にその年度のスキームファイルを指定します（--year は要りません）。

終了コード  0 採点した ／ 1 採点したが要確認あり ／ 2 採点できない（何も書いていない）

Usage: score a workbook of answers; exit 0 done, 1 scored with problems, 2 refused and nothing written.`;
