import type { ProblemText } from '../../text';

/** Wrong ways to call the command line. */
export const usageTexts = {
  'unknown-option': {
    code: 'E-901',
    severity: 'stop',
    ja: {
      what: '「{found}」という指定はありません',
      effect: '何もしていません',
      cure: '近い指定は {expected} です。使い方は npm run score -- help で表示します',
    },
    en: {
      what: 'There is no option {found}',
      effect: 'Nothing was done',
      cure: 'The nearest is {expected}; "npm run score -- help" shows all',
    },
  },
  'unknown-command': {
    code: 'E-948',
    severity: 'stop',
    ja: {
      what: '「{found}」というファイルもコマンドもありません',
      effect: '何もしていません',
      cure: '{expected} のことですか。使い方は npm run score -- help で表示します',
    },
    en: {
      what: 'There is neither a file nor a command "{found}"',
      effect: 'Nothing was done',
      cure: 'Did you mean {expected}? "npm run score -- help" shows all',
    },
  },
  'option-needs-value': {
    code: 'E-922',
    severity: 'stop',
    ja: {
      what: '{found} には値が要ります',
      effect: '何もしていません',
      cure: '{expected} のように書いてください。使い方は npm run score -- help で表示します',
    },
    en: {
      what: '{found} needs a value',
      effect: 'Nothing was done',
      cure: 'Write it like {expected}; "npm run score -- help" shows all',
    },
  },
  'option-takes-no-value': {
    code: 'E-923',
    severity: 'stop',
    ja: {
      what: '{found} に値は付けられません',
      effect: '何もしていません',
      cure: '{found} だけを書いてください。使い方は npm run score -- help で表示します',
    },
    en: {
      what: '{found} takes no value',
      effect: 'Nothing was done',
      cure: 'Write {found} alone; "npm run score -- help" shows all',
    },
  },
  'option-lost': {
    code: 'E-945',
    severity: 'stop',
    ja: {
      what: '「{found}」はファイルではなく、指定の一部のようです',
      effect: '何もしていません',
      cure: 'npm run score -- 回答.xlsx --year R8 のように、指定の前に「--」を置き、指定の先頭は半角の「--」で書いてください',
    },
    en: {
      what: '"{found}" seems to be part of an option, not a file',
      effect: 'Nothing was done',
      cure: 'Write npm run score -- FILE --year R8: a "--" before the options, and two plain hyphens before each',
    },
  },
  'option-twice': {
    code: 'E-924',
    severity: 'stop',
    ja: {
      what: '{found} が2回指定されています',
      effect: '何もしていません',
      cure: 'どちらか1つにしてください',
    },
    en: { what: '{found} is given twice', effect: 'Nothing was done', cure: 'Leave one of the two' },
  },
  'language-unknown': {
    code: 'E-925',
    severity: 'stop',
    ja: {
      what: '--lang「{found}」という言葉はありません',
      effect: '何もしていません',
      cure: 'ja（日本語）か en（英語）を指定してください',
    },
    en: {
      what: 'There is no language "{found}" for --lang',
      effect: 'Nothing was done',
      cure: 'Give ja (Japanese) or en (English)',
    },
  },
  'word-unexpected': {
    code: 'E-926',
    severity: 'stop',
    ja: {
      what: '回答票を作るのに「{found}」は使えません',
      effect: '何も作っていません',
      cure: '--year R8 のように指定してください。採点するなら npm run score -- {found} です',
    },
    en: {
      what: '"{found}" means nothing when a form is made',
      effect: 'Nothing was made',
      cure: 'Write it like --year R8; to score a file: npm run score -- {found}',
    },
  },
  'mapping-absent': {
    code: 'E-927',
    severity: 'stop',
    ja: {
      what: 'ブック「{found}」には、パネルで決めた読み取り方が入っていません',
      effect: '何も採点していません',
      cure: 'パネルの［この内容で採点］のあとに保存したブックか、--save-mapping で書いたファイルを指定してください',
    },
    en: {
      what: 'The workbook "{found}" holds no choices made in the pane',
      effect: 'Nothing was scored',
      cure: 'Give a workbook saved after choosing in the pane, or a file written by --save-mapping',
    },
  },
  'mapping-headers-changed': {
    code: 'E-935',
    severity: 'check',
    ja: {
      what: '読み取り方を決めたときと見出しが違います（{count}か所。はじめは「{expected}」、いまは「{found}」）',
      effect: '決めた読み取り方のまま採点しています',
      cure: '読んだ列が正しいかを確認し、よければ --save-mapping で書き直してください',
    },
    en: {
      what: 'Headers are not what they were when the choices were made ({count}; the first was "{expected}", now "{found}")',
      effect: 'The choices were used as they are',
      cure: 'Check that the right column was read, then write the choices anew with --save-mapping',
    },
  },
  'year-unreadable': {
    code: 'E-902',
    severity: 'stop',
    ja: {
      what: '年度「{found}」が読み取れません',
      effect: '何もしていません',
      cure: '{expected} のように指定してください',
    },
    en: { what: 'The year "{found}" is not understood', effect: 'Nothing was done', cure: 'Write one of {expected}' },
  },
  'output-is-input': {
    code: 'E-903',
    severity: 'stop',
    ja: {
      what: '出力先が入力ファイルと同じです',
      effect: '入力ファイルは変更していません',
      cure: '別の名前を --out で指定するか、入力ブックへ書き込む場合は --in-place を付けてください',
    },
    en: {
      what: 'Output and input are the same file',
      effect: 'The input was not touched',
      cure: 'Choose another name with --out, or pass --in-place to write into the input',
    },
  },
  'cannot-write': {
    code: 'E-904',
    severity: 'stop',
    ja: {
      what: '「{found}」に書き込めません（{message}）',
      effect: '結果のファイルは作られていません。入力ファイルは変更していません',
      cure: 'Excel で開いていれば閉じ、書き込みの権限と空き容量を確認してください',
    },
    en: {
      what: 'Cannot write "{found}" ({message})',
      effect: 'No result file was made; the input was not touched',
      cure: 'Close it in Excel; check permissions and free space',
    },
  },
  'disk-full': {
    code: 'E-912',
    severity: 'stop',
    ja: {
      what: '「{found}」を書く空きがありません（{message}）',
      effect: '結果のファイルは作られていません。入力ファイルは変更していません',
      cure: '不要なファイルを消して空きを作るか、別の場所を指定してください',
    },
    en: {
      what: 'There is no room to write "{found}" ({message})',
      effect: 'No result file was made; the input was not touched',
      cure: 'Free some space, or choose another place',
    },
  },
  'no-place-for-file': {
    code: 'E-913',
    severity: 'stop',
    ja: {
      what: '「{found}」という場所にはファイルを作れません（{message}）',
      effect: '結果のファイルは作られていません。入力ファイルは変更していません',
      cure: '途中の名前がフォルダーか、最後の名前が長すぎたりフォルダーと同じだったりしないかを確認してください',
    },
    en: {
      what: 'No file can be made at "{found}" ({message})',
      effect: 'No result file was made; the input was not touched',
      cure: 'Check that every name before the last is a folder, and that the last is neither too long nor a folder',
    },
  },
  'json-over-file': {
    code: 'E-911',
    severity: 'stop',
    ja: {
      what: '{option} の出力先「{found}」は、読み取るファイルかほかの出力先と同じです',
      effect: '何も書いていません',
      cure: '別の名前を指定してください',
    },
    en: {
      what: '"{found}" of {option} is a file that is read, or that is written, too',
      effect: 'Nothing was written',
      cure: 'Choose another name',
    },
  },
  'output-not-ours': {
    code: 'E-916',
    severity: 'stop',
    ja: {
      what: '{option} の「{found}」には、こちらで書いたものではないファイルがあります',
      effect: '何も書いていません。そのファイルはそのままです',
      cure: '{option} に別の名前を指定してください（要らないファイルなら、先に消すか移してください）',
    },
    en: {
      what: '"{found}" of {option} is a file that we did not write',
      effect: 'Nothing was written, and that file stays as it is',
      cure: 'Choose another name for {option}, or move the file away first if nobody needs it',
    },
  },
  'output-edited': {
    code: 'E-917',
    severity: 'stop',
    ja: {
      what: '{option} の「{found}」は、こちらで書いたあとに手が加えられているか、保存し直されています',
      effect: '何も書いていません。そのファイルはそのままです',
      cure: '{option} に別の名前を指定してください（要らないファイルなら、先に消すか移してください）',
    },
    en: {
      what: '"{found}" of {option} was edited or saved anew since we wrote it',
      effect: 'Nothing was written, and that file stays as it is',
      cure: 'Choose another name for {option}, or move the file away first if nobody needs it',
    },
  },
  'output-dead-link': {
    code: 'E-918',
    severity: 'stop',
    ja: {
      what: '{option} の「{found}」はリンクで、その先のファイルがありません',
      effect: '何も書いていません',
      cure: 'リンクの先か、別の名前を {option} に指定してください',
    },
    en: {
      what: '"{found}" of {option} is a link to a file that does not exist',
      effect: 'Nothing was written',
      cure: 'Give the file it should lead to, or another name, with {option}',
    },
  },
  'edited-result-kept': {
    code: 'E-919',
    severity: 'info',
    ja: {
      what: '「{name}」は、こちらで書いたあとに手が加えられているか、保存し直されています',
      effect: 'そのまま残し、今回は「{found}」に書きます',
      cure: '',
    },
    en: {
      what: '"{name}" was edited or saved anew since we wrote it',
      effect: 'It stays as it is; this run writes "{found}"',
      cure: '',
    },
  },
  'other-file-kept': {
    code: 'E-920',
    severity: 'info',
    ja: {
      what: '「{name}」という名前のファイルが、ほかにもうあります',
      effect: 'そのまま残し、今回は「{found}」に書きます',
      cure: '',
    },
    en: {
      what: 'There already is another file called "{name}"',
      effect: 'It stays as it is; this run writes "{found}"',
      cure: '',
    },
  },
  'in-place-and-out': {
    code: 'E-921',
    severity: 'stop',
    ja: {
      what: '--in-place と --out は一緒に使えません',
      effect: '何も書いていません',
      cure: '入力ブックへ書くなら --out を、新しいブックへ書くなら --in-place を外してください',
    },
    en: {
      what: '--in-place and --out do not go together',
      effect: 'Nothing was written',
      cure: 'Leave --out to write into the input, or --in-place to write a new workbook',
    },
  },
  'mark-option-unreadable': {
    code: 'E-914',
    severity: 'stop',
    ja: {
      what: '--mark「{found}」は読み取れません',
      effect: '何もしていません',
      cure: "'2=×' や '◎=○' のように、記号＝○か× と指定してください（引用符で囲みます）",
    },
    en: {
      what: '--mark "{found}" is not understood',
      effect: 'Nothing was done',
      cure: "Write the mark and ○ or ×, in quotes, as in '2=×' or '◎=○'",
    },
  },
  bug: {
    code: 'E-999',
    severity: 'stop',
    ja: {
      what: '想定していない誤りが起きました（{message}）',
      effect: '何も書いていません',
      cure: 'この表示を添えて開発者へ知らせてください',
    },
    en: {
      what: 'Something went wrong that should not ({message})',
      effect: 'Nothing was written',
      cure: 'Tell the developers, with this line',
    },
  },
  'bug-after-writing': {
    code: 'E-998',
    severity: 'check',
    ja: {
      what: '想定していない誤りが起きました（{message}）',
      effect: '次のファイルは書いたあとです：{found}',
      cure: 'ファイルの中身を確認し、この表示を添えて開発者へ知らせてください',
    },
    en: {
      what: 'Something went wrong that should not ({message})',
      effect: 'These files were already written: {found}',
      cure: 'Look at them, and tell the developers, with this line',
    },
  },
  'cannot-read': {
    code: 'E-905',
    severity: 'stop',
    ja: {
      what: '「{found}」を読めません（{message}）',
      effect: 'このファイルは読んでいません',
      cure: '別のソフトで開いていれば閉じ、読み取りの権限を確認してください',
    },
    en: {
      what: 'Cannot read "{found}" ({message})',
      effect: 'The file was not read',
      cure: 'Close it elsewhere and check permissions',
    },
  },
  'folder-not-file': {
    code: 'E-947',
    severity: 'stop',
    ja: {
      what: '「{found}」はフォルダーです',
      effect: '何も採点していません',
      cure: 'フォルダーの中のファイルを、名前で指定してください',
    },
    en: {
      what: '"{found}" is a folder',
      effect: 'Nothing was scored',
      cure: 'Name the file in it',
    },
  },
  'settings-without-workbook': {
    code: 'E-949',
    severity: 'stop',
    ja: {
      what: '設定「{found}」は指定されましたが、採点するブックが指定されていません',
      effect: '付属の見本にほかの市町村の設定は使えないため、何も採点していません',
      cure: '「score -- 回答.xlsx --settings {found}」のように回答のブックも指定してください。回答がなければ、シート「設定」に記入したブックから資料A・資料Bを作れます',
    },
    en: {
      what: 'The settings "{found}" are given, but no workbook to score',
      effect: "Nothing was scored: the packaged sample is another municipality's",
      cure: 'Name the workbook of answers, too, or one with the sheet 設定 for papers without answers',
    },
  },
  'scheme-year-differs': {
    code: 'E-915',
    severity: 'stop',
    ja: {
      what: 'スキームファイルは{found}、--year の指定は{expected}で、年度が食い違っています',
      effect: '何もしていません',
      cure: '--year を外すか、その年度のスキームファイルを指定してください',
    },
    en: {
      what: 'The scheme file is of {found}, but --year says {expected}',
      effect: 'Nothing was done',
      cure: 'Leave --year out, or pass the scheme file of that year',
    },
  },
  'year-option-missing': {
    code: 'E-907',
    severity: 'stop',
    ja: {
      what: '年度の指定がありません',
      effect: '何も作っていません',
      cure: '--year に {expected} のいずれかを指定するか、--scheme にスキームファイルを指定してください',
    },
    en: {
      what: 'No year was given',
      effect: 'Nothing was made',
      cure: 'Pass --year with one of {expected}, or a scheme file with --scheme',
    },
  },
  'form-year-unknown': {
    code: 'E-594',
    severity: 'stop',
    ja: {
      what: '{found}年度の枝番と配点は登録されていません（登録済み：{expected}年度）',
      effect: '回答票は作成していません',
      cure: '年度を確認するか、--scheme にその年度のスキームファイルを指定してください',
    },
    en: {
      what: 'Criteria and points of {found} are not known (known: {expected})',
      effect: 'No form was made',
      cure: 'Check the year, or pass its scheme file with --scheme',
    },
  },
  'in-place-batch': {
    code: 'E-908',
    severity: 'stop',
    ja: {
      what: '--in-place は1つのブックにだけ使えます（指定{found}件）',
      effect: '何も書いていません',
      cure: 'ブックを1つずつ指定するか、--in-place を外してください',
    },
    en: {
      what: '--in-place works on one workbook only ({found} given)',
      effect: 'Nothing was written',
      cure: 'Give one workbook, or leave --in-place out',
    },
  },
  'output-not-xlsx': {
    code: 'E-909',
    severity: 'stop',
    ja: {
      what: '--out「{found}」には書けません（書けるのは .xlsx だけです）',
      effect: '何も書いていません',
      cure: '.xlsx で終わる名前を指定してください',
    },
    en: {
      what: 'Cannot write to --out "{found}" (only .xlsx is written)',
      effect: 'Nothing was written',
      cure: 'Choose a name that ends in .xlsx',
    },
  },
  'report-unknown': {
    code: 'E-910',
    severity: 'stop',
    ja: {
      what: '--report「{found}」という報告書はありません',
      effect: '何もしていません',
      cure: '{expected} のどれか1つを、小文字で指定してください（全部なら all）',
    },
    en: {
      what: 'There is no report "{found}" for --report',
      effect: 'Nothing was done',
      cure: 'Give one of {expected}, in lower case (all for every one)',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
