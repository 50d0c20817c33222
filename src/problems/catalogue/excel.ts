import type { ProblemText } from '../text';

/** Excel's own refusals, each with a cure; the workbook is left as it was unless the text says otherwise. */
export const excelTexts = {
  'excel-protected': {
    code: 'E-701',
    severity: 'stop',
    ja: {
      what: 'シートが保護されていて書き込めません',
      effect: 'ブックは変更していません',
      cure: '［校閲］→［シート保護の解除］をしてから、もう一度実行してください。解除できないときはシートの管理者に相談してください',
    },
    en: {
      what: 'The sheet is protected and cannot be written',
      effect: 'Nothing in the workbook was changed',
      cure: 'Choose Review > Unprotect Sheet and run again, or ask the owner of the sheet',
    },
  },
  'excel-cell-edit': {
    code: 'E-702',
    severity: 'stop',
    ja: {
      what: 'セルの編集中です',
      effect: 'Excel が処理を受け付けませんでした。ブックは変更していません',
      cure: 'Enter か Esc でセルの編集を終えてから、もう一度実行してください',
    },
    en: {
      what: 'A cell is being edited',
      effect: 'Excel did not accept the request. Nothing in the workbook was changed',
      cure: 'Finish the edit with Enter or Esc, then run again',
    },
  },
  'excel-too-large': {
    code: 'E-703',
    severity: 'stop',
    ja: {
      what: '一度にやり取りするデータが Excel の上限（5MB）を超えました',
      effect: 'この処理は行っていません',
      cure: '使わない行・列や長い文章を別のブックに移すか、シートを分けてください',
    },
    en: {
      what: "The data exceeds Excel's limit of 5 MB at once",
      effect: 'This step was not done',
      cure: 'Move unused rows, columns or long texts to another workbook, or split the sheet',
    },
  },
  'excel-sheet-gone': {
    code: 'E-704',
    severity: 'stop',
    ja: {
      what: '処理の途中でシートが見つからなくなりました',
      effect: 'この処理は行っていません',
      cure: 'シートの削除や名前の変更をしていないか確認し、もう一度実行してください',
    },
    en: {
      what: 'A sheet disappeared during the step',
      effect: 'This step was not done',
      cure: 'Check whether a sheet was deleted or renamed, then run again',
    },
  },
  'excel-closed': {
    code: 'E-705',
    severity: 'stop',
    ja: {
      what: 'ブックとの接続が切れました',
      effect: '処理を最後まで行えませんでした',
      cure: 'ブックを開き直し、採点のシートを確認してから、もう一度実行してください',
    },
    en: {
      what: 'The connection to the workbook was lost',
      effect: 'The step could not be finished',
      cure: 'Reopen the workbook, look at the add-in’s sheets, and run again',
    },
  },
  'excel-too-many-cells': {
    code: 'E-706',
    severity: 'stop',
    ja: {
      what: '読み取るセルが多すぎます（{cells}セル、上限{most}セル）',
      effect: '何も採点していません',
      cure: '回答のないシートや、値の残っている余分な行・列を削除したブックで、もう一度実行してください',
    },
    en: {
      what: 'There are too many cells to read ({cells}, at most {most})',
      effect: 'Nothing was scored',
      cure: 'Remove sheets without answers and stray rows or columns, then run again',
    },
  },
  'excel-api-missing': {
    code: 'E-707',
    severity: 'stop',
    ja: {
      what: 'お使いの Excel にはこの機能がありません（{excelLocation}）',
      effect: 'この処理は行っていません',
      cure: 'Excel を更新するか、コマンドライン版を使ってください',
    },
    en: {
      what: 'This Excel lacks a function that is needed ({excelLocation})',
      effect: 'This step was not done',
      cure: 'Update Excel, or use the command line',
    },
  },
  'excel-unknown': {
    code: 'E-708',
    severity: 'stop',
    ja: {
      what: 'Excel がエラーを返しました（{excelCode}）',
      effect: 'この処理は行っていません。書き込みの途中だったときは、書き込む前の状態に戻しました',
      cure: 'もう一度実行し、続くときはブックを開き直してください。直らないときは、このコードを添えて問い合わせてください',
    },
    en: {
      what: 'Excel answered with an error ({excelCode})',
      effect: 'This step was not done; what had been written before the error was put back',
      cure: 'Run again; if it persists reopen the workbook, then report this code',
    },
  },
  'excel-no-reason': {
    code: 'E-755',
    severity: 'stop',
    ja: {
      what: 'Excel が理由を示さずに断りました（{excelCode}）',
      effect: 'この処理は行っていません。書き込みの途中だったときは、書き込む前の状態に戻しました',
      cure: 'タイトルに［グループ］と出ているとき（シートを2枚以上選んでいるとき）は、シート見出しを1つ押して選択を解いてから、もう一度実行してください。続くときはブックを開き直し、直らないときはこのコードを添えて問い合わせてください',
    },
    en: {
      what: 'Excel refused without a reason ({excelCode})',
      effect: 'This step was not done; what had been written before the error was put back',
      cure: 'If the title bar says Group (several sheets are selected), click one sheet tab and run again; if it persists reopen the workbook, then report this code',
    },
  },
  'excel-structure-protected': {
    code: 'E-709',
    severity: 'stop',
    ja: {
      what: 'ブックの構造が保護されていて、シートを追加できません',
      effect: 'ブックは変更していません',
      cure: '［校閲］→［ブックの保護］を解除してから、もう一度実行してください',
    },
    en: {
      what: 'The structure of the workbook is protected, no sheet can be added',
      effect: 'Nothing in the workbook was changed',
      cure: 'Turn off Review > Protect Workbook and run again',
    },
  },
  'excel-sheet-filtered': {
    code: 'E-710',
    severity: 'stop',
    ja: {
      what: '採点のシートにフィルターがかかっていて、隠れた行に書き込めません',
      effect: 'ブックは変更していません',
      cure: '［データ］→［クリア］でフィルターを解除してから、もう一度実行してください',
    },
    en: {
      what: "One of the add-in's sheets is filtered, hidden rows cannot be written",
      effect: 'Nothing in the workbook was changed',
      cure: 'Choose Data > Clear to remove the filter, then run again',
    },
  },
  'excel-busy': {
    code: 'E-711',
    severity: 'stop',
    ja: {
      what: '前の処理がまだ終わっていません',
      effect: '今回の操作は行っていません',
      cure: '処理の完了後に、もう一度操作してください',
    },
    en: {
      what: 'The previous step is still running',
      effect: 'This action was ignored',
      cure: 'Try again when it is done',
    },
  },
  'excel-cancelled': {
    code: 'E-712',
    severity: 'stop',
    ja: {
      what: '処理を中止しました',
      effect: 'ブックは変更していません',
      cure: '続けるときは、もう一度実行してください',
    },
    en: { what: 'Cancelled', effect: 'The workbook was not changed', cure: 'Run again to continue' },
  },
  'excel-half-written': {
    code: 'E-713',
    severity: 'stop',
    ja: {
      what: '書き込みの途中で失敗し、元に戻すこともできませんでした（{sheets}）',
      effect: 'これらのシートの内容は正しくありません。ほかのシートは変更していません',
      cure: '保存せずにブックを閉じて開き直すか、もう一度実行してください',
    },
    en: {
      what: 'Writing failed half-way and could not be undone ({sheets})',
      effect: 'These sheets are not valid. No other sheet was changed',
      cure: 'Close the workbook without saving and reopen it, or run again',
    },
  },
  'excel-overloaded': {
    code: 'E-714',
    severity: 'stop',
    ja: {
      what: 'Excel が混み合っています（{excelCode}）',
      effect: 'この処理は行っていません',
      cure: '少し待ってから、もう一度実行してください',
    },
    en: { what: 'Excel is busy ({excelCode})', effect: 'This step was not done', cure: 'Wait a moment and run again' },
  },
  'excel-nothing-to-restore': {
    code: 'E-715',
    severity: 'stop',
    ja: {
      what: '元に戻せる書き込みがありません',
      effect: 'ブックは変更していません',
      cure: '最後の書き込みだけを戻せます。それより前は、保存した版から戻してください',
    },
    en: {
      what: 'There is no write to restore',
      effect: 'Nothing in the workbook was changed',
      cure: 'Only the last write can be restored; use a saved version for older ones',
    },
  },
  'excel-undo-overtaken': {
    code: 'E-756',
    severity: 'stop',
    ja: {
      what: '書き込みのあとに、ほかの人かほかのプログラムが書き直しているため、元に戻せません',
      effect: 'ブックは変更していません。戻すと、あとから書かれた結果が失われるためです',
      cure: 'もとの値が必要なときは、保存した版から戻してください',
    },
    en: {
      what: 'Somebody else, or another program, wrote the sheet again since: it cannot be put back',
      effect: 'Nothing in the workbook was changed; what was written later would be lost',
      cure: 'If you need the former values, use a saved version',
    },
  },
  'excel-cell-hidden': {
    code: 'E-716',
    severity: 'check',
    ja: {
      what: 'シートが非表示のため、セルへ移動できません',
      effect: '採点の結果には影響しません',
      cure: 'シート見出しを右クリックし、［再表示］してからもう一度押してください',
    },
    en: {
      what: 'The sheet is hidden, so the cell cannot be shown',
      effect: 'The result is not affected',
      cure: 'Right-click a sheet tab, choose Unhide, and try again',
    },
  },
  'excel-no-memory': {
    code: 'E-725',
    severity: 'stop',
    ja: {
      what: 'Excel のメモリーが足りません（{excelCode}）',
      effect: 'この処理は行っていません',
      cure: 'ほかのブックやアプリを閉じてから、もう一度実行してください。続くときは、使わないシートを別のブックに移してください',
    },
    en: {
      what: 'Excel has run out of memory ({excelCode})',
      effect: 'This step was not done',
      cure: 'Close other workbooks and programs and run again; if it persists, move unused sheets to another workbook',
    },
  },
  'excel-range-too-large': {
    code: 'E-726',
    severity: 'stop',
    ja: {
      what: '一度に扱うセルが多すぎると、Excel が断りました（{excelCode}）',
      effect: 'この処理は行っていません',
      cure: '値の残っている余分な行・列（右端や下端）を削除してから、もう一度実行してください',
    },
    en: {
      what: 'Excel refused, as too many cells are concerned at once ({excelCode})',
      effect: 'This step was not done',
      cure: 'Delete stray values at the far right or bottom of the sheets, then run again',
    },
  },
  'excel-unsupported-sheet': {
    code: 'E-727',
    severity: 'stop',
    ja: {
      what: 'グラフだけのシートか、マクロのシートが選ばれています',
      effect: 'この処理は行っていません',
      cure: 'ふつうのシートのセルを1つ選んでから、もう一度実行してください',
    },
    en: {
      what: 'A chart sheet or a macro sheet is selected',
      effect: 'This step was not done',
      cure: 'Select a cell of an ordinary sheet, then run again',
    },
  },
  'excel-conflict': {
    code: 'E-728',
    severity: 'stop',
    ja: {
      what: 'ほかの人の編集とぶつかりました（{excelCode}）',
      effect: 'この処理は行っていません',
      cure: '少し待ってから、もう一度実行してください。続くときは、ほかの人がブックを閉じてから実行してください',
    },
    en: {
      what: 'This collided with an edit of someone else ({excelCode})',
      effect: 'This step was not done',
      cure: 'Wait a moment and run again; if it persists, run when nobody else has the workbook open',
    },
  },
  'excel-range-taken': {
    code: 'E-729',
    severity: 'stop',
    ja: {
      what: '書き込む場所に、結合したセル、表、ピボットテーブルなどがあります（{excelCode}）',
      effect: 'この処理は行っていません',
      cure: '採点のシートに足した表や結合を別のシートへ移してから、もう一度実行してください',
    },
    en: {
      what: 'Merged cells, a table or a pivot table stand where the results go ({excelCode})',
      effect: 'This step was not done',
      cure: 'Move what was added to the add-in’s sheets to another sheet, then run again',
    },
  },
  'excel-name-taken': {
    code: 'E-730',
    severity: 'stop',
    ja: {
      what: '同じ名前のシート、表、または名前の定義が、ほかにできていました',
      effect: 'この処理は行っていません',
      cure: 'もう一度実行してください。別の名前を選び直します',
    },
    en: {
      what: 'A sheet, table or name of the same name has come up meanwhile',
      effect: 'This step was not done',
      cure: 'Run again; another name will be chosen',
    },
  },
  'excel-dialog-open': {
    code: 'E-731',
    severity: 'stop',
    ja: {
      what: 'Excel のダイアログが開いています',
      effect: 'この処理は行っていません',
      cure: 'ダイアログを閉じてから、もう一度実行してください',
    },
    en: {
      what: 'A dialog of Excel is open',
      effect: 'This step was not done',
      cure: 'Close the dialog, then run again',
    },
  },
  'excel-restart-needed': {
    code: 'E-732',
    severity: 'stop',
    ja: {
      what: 'Excel の再起動が必要です（{excelCode}）',
      effect: 'この処理は行っていません',
      cure: 'ブックを保存し、Excel をすべて閉じてから開き直してください',
    },
    en: {
      what: 'Excel has to be restarted ({excelCode})',
      effect: 'This step was not done',
      cure: 'Save, close all of Excel, and open it again',
    },
  },
  'excel-signed-out': {
    code: 'E-733',
    severity: 'stop',
    ja: {
      what: 'サインインが切れています',
      effect: 'この処理は行っていません',
      cure: 'Excel にサインインし直してから、もう一度実行してください',
    },
    en: {
      what: 'You are no longer signed in',
      effect: 'This step was not done',
      cure: 'Sign in to Excel again, then run again',
    },
  },
  'excel-links-blocked': {
    code: 'E-734',
    severity: 'stop',
    ja: {
      what: 'ほかのブックやデータへのリンクの更新が、許可されていません（{excelCode}）',
      effect: 'この処理は行っていません',
      cure: '［データ］→［リンクの編集］（ブックのリンク）で更新を許可するか、値に置き換えてから、もう一度実行してください',
    },
    en: {
      what: 'Links to other workbooks or data may not be refreshed ({excelCode})',
      effect: 'This step was not done',
      cure: 'Allow them under Data > Workbook Links, or replace them by values, then run again',
    },
  },
  'excel-refused': {
    code: 'E-735',
    severity: 'stop',
    ja: {
      what: 'Excel がこの処理を受け付けませんでした（{excelCode}、{excelLocation}）',
      effect: 'この処理は行っていません。書き込みの途中だったときは、書き込む前の状態に戻しました',
      cure: 'もう一度実行してください。続くときは、このコードと操作の手順を添えて開発者に知らせてください',
    },
    en: {
      what: 'Excel did not accept this step ({excelCode}, {excelLocation})',
      effect: 'This step was not done; what had been written before was put back',
      cure: 'Run again; if it persists, report this code and what you did',
    },
  },
  'excel-merges-untold': {
    code: 'E-736',
    severity: 'stop',
    ja: {
      what: '1行に結合したセルが多すぎて、どのセルが結合されているかを Excel が答えません（1行で512を超えるとき）',
      effect: 'このシートは読んでいません。ここにある回答や設定は使っていません',
      cure: 'その行のセルの結合を解除するか、要る部分だけを別のシートに写してから、もう一度実行してください',
    },
    en: {
      what: 'A row has so many merged cells (above 512) that Excel does not tell which cells are merged',
      effect: 'The sheet was not read; answers and settings on it are not used',
      cure: 'Unmerge the cells of that row, or copy the part you need to another sheet, then run again',
    },
  },
  'report-left-behind': {
    code: 'E-717',
    severity: 'info',
    ja: {
      what: 'シート「{found}」は、同じ資料が別の形（載せる図や欄）になったため更新していません',
      effect: '古い数字のまま残っています。新しい形の資料は「{name}」として別のシートに書きます',
      cure: '必要な文章を新しいシートへ移し、要らなければ古いシートを削除してください',
    },
    en: {
      what: 'Sheet {found} is not refreshed: the same report now has another shape (charts or columns)',
      effect: 'It keeps its old figures; the report is written to a sheet of its own, called {name}',
      cure: 'Move your texts to the new sheet, and delete the old one if you need it no more',
    },
  },
  'paper-lines-left-out': {
    code: 'E-946',
    severity: 'info',
    ja: {
      what: '「{name}」（配布用）では、内容のない欄を{count}か所省いています',
      effect: '省いた欄と入力先：{found}',
      cure: '必要な欄は、示した場所に入力してもう一度書き込んでください。省いた欄の見える資料は、シート「設定」の「資料の版」に「作業用」と入れると作れます',
    },
    en: {
      what: '{name} (for the council) leaves out lines without content: {count}',
      effect: 'What is missing, and where it is entered: {found}',
      cure: 'Enter what you need and write again; 作業用 in 資料の版 of the sheet 設定 makes a version that shows what is missing',
    },
  },
  'excel-answers-changed': {
    code: 'E-748',
    severity: 'stop',
    ja: {
      what: '採点のあとで、回答が変わっています（{cells}セル）',
      effect: '何も書き込んでいません',
      cure: '［採点し直す］を押し、得点を確認してから書き込んでください',
    },
    en: {
      what: 'The answers have changed since they were scored ({cells:cell|cells})',
      effect: 'Nothing was written',
      cure: 'Score again, look at the score, then write',
    },
  },
  'answers-rescored': {
    code: 'E-749',
    severity: 'check',
    ja: {
      what: '採点のあとで回答が変わっていたため、採点し直しました（{cells}セル）',
      effect: '何も書き込んでいません。{detail}',
      cure: '得点を確認し、よければもう一度［シートに書き込む］を押してください',
    },
    en: {
      what: 'The answers had changed since they were scored, so they were scored again ({cells:cell|cells})',
      effect: 'Nothing was written. {detail}',
      cure: 'Look at the score; to write it, press Write to the sheets again',
    },
  },
  'excel-sheets-changed': {
    code: 'E-757',
    severity: 'stop',
    ja: {
      what: '採点のあとで、シートが追加・削除・移動されたか、名前が変わっています',
      effect: '何も書き込んでいません',
      cure: '採点し直し、点数を確認してから書き込んでください',
    },
    en: {
      what: 'Sheets were added, deleted, renamed or moved since the answers were scored',
      effect: 'Nothing was written',
      cure: 'Score again, look at the score, then write',
    },
  },
  'sheets-rescored': {
    code: 'E-758',
    severity: 'check',
    ja: {
      what: '採点のあとで、シートが追加・削除・移動されたか、名前が変わったため、読み直しました',
      effect: '何も書き込んでいません。{detail}',
      cure: '点数を確認し、よければもう一度［シートに書き込む］を押してください',
    },
    en: {
      what: 'Sheets were added, deleted, renamed or moved since the answers were scored, so they were read again',
      effect: 'Nothing was written. {detail}',
      cure: 'Look at the score; to write it, press the button again',
    },
  },
  'excel-out-of-focus': {
    code: 'E-750',
    severity: 'stop',
    ja: {
      what: '別のブックが前にあるか、グラフや複数のシートが選ばれているため、Excel が応じませんでした',
      effect: 'この処理は行っていません',
      cure: 'このブックのセルを1つ選んでから、もう一度押してください',
    },
    en: {
      what: 'Excel refused, since another workbook is in front, or a chart or several sheets are selected',
      effect: 'This step was not done',
      cure: 'Select one cell of this workbook and try again',
    },
  },
  'excel-panes-not-frozen': {
    code: 'E-751',
    severity: 'check',
    ja: {
      what: '見出しの固定（ウィンドウ枠の固定）はできませんでした',
      effect: 'シートの値は正しく書き込んであります',
      cure: '必要なら［表示］→［ウィンドウ枠の固定］で固定してください',
    },
    en: {
      what: 'The headings could not be frozen',
      effect: 'The values on the sheets are complete',
      cure: 'If you need it, choose View > Freeze Panes',
    },
  },
  'excel-page-not-set': {
    code: 'E-752',
    severity: 'check',
    ja: {
      what: '印刷の設定（用紙、余白、見出しの行、フッターの検算コード）はできませんでした',
      effect: 'シートの値は正しく書き込んであります。印刷すると、用紙の向きやフッターが違うことがあります',
      cure: 'プリンターが1台も入っていないパソコンでは設定できません。プリンターのあるパソコンで更新すると、もう一度設定します。このまま印刷するときは、［ページ レイアウト］で確認してください',
    },
    en: {
      what: 'The print settings (paper, margins, title rows, code in the footer) could not be made',
      effect: 'The values on the sheets are complete; printed pages may have another orientation or footer',
      cure: 'They cannot be made where no printer is installed; a refresh where there is one makes them. Look at Page Layout before printing',
    },
  },
  'excel-own-protected': {
    code: 'E-753',
    severity: 'stop',
    ja: {
      what: '採点のシートが保護されていて、更新できません',
      effect: '何も書き込んでいません。別のシートに書くと、古い数字のシートが並んで残るためです',
      cure: '［校閲］→［シート保護の解除］をするか、そのシートを別のブックへ移してから、もう一度書き込んでください',
    },
    en: {
      what: "One of the add-in's sheets is protected and cannot be refreshed",
      effect: 'Nothing was written: beside a second sheet its old figures would stay in sight',
      cure: 'Choose Review > Unprotect Sheet, or move that sheet to another workbook, then write again',
    },
  },
  'cell-occupied': {
    code: 'E-759',
    severity: 'check',
    ja: {
      what: 'このセルには関数を入れられません。値か数式があるか、採点に使う範囲の中です',
      effect: 'セルは変更していません',
      cure: '空いているセルを選択して、もう一度押してください',
    },
    en: {
      what: 'The function cannot go into this cell: something stands there, or it is part of what scoring uses',
      effect: 'The cell was not changed',
      cure: 'Select an empty cell and press again',
    },
  },
  'excel-sheets-kept': {
    code: 'E-754',
    severity: 'check',
    ja: {
      what: '新しく書いたシートのうち、消さずに残したものがあります（{sheets}）',
      effect: '書き込みのあとに編集されているか、ほかに表示できるシートがないためです。ほかのシートは元に戻しました',
      cure: '要らないときは、シート見出しを右クリックして［削除］してください',
    },
    en: {
      what: 'Some of the sheets that were written were not deleted ({sheets})',
      effect: 'They were edited since, or no other sheet is in sight. All others are as before',
      cure: 'If you do not need them, right-click the sheet tab and choose Delete',
    },
  },
} as const satisfies Record<string, ProblemText>;

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
      effect: 'This step ended early. The add-in’s sheets are as before the write, or complete',
      cure: 'Run again; if it persists, report this code and what you did',
    },
  },
} as const satisfies Record<string, ProblemText>;
