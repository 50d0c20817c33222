import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../../src/evaluation';
import { resultSheets } from '../../../src/report';
import { readWorkbookFile } from '../../../src/workbook/file';
import { printedDocuments, type PrintedDocument } from './documents';
import { firstPagePng, printDocuments } from './printPages';

const root = join(__dirname, '../../..');
const pictures = join(root, 'assets/manual/pictures');
const updating = process.env['PICTURES'] === 'update';

/** The sheet 得点 of the sample that `npm run score` scores. */
const sampleScore = async (): Promise<PrintedDocument> => {
  const path = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');
  const content = await readWorkbookFile(new Uint8Array(readFileSync(path)), 'sample.xlsx');
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const results = evaluate(content.value, {});
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return { name: 'score', sheets: resultSheets(results.value).filter(({ marker }) => marker === 'score') };
};

const printAnew = async (): Promise<void> => {
  const papers = printedDocuments().filter(({ name }) => name === 'paper-a');
  const printed = await printDocuments([...papers, await sampleScore()]);
  for (const [name, pdf] of printed) {
    writeFileSync(join(pictures, `printed-${name}.png`), firstPagePng(pdf, name === 'score' ? 0.55 : 1));
  }
};

test('the pictures of the README are there, and small: 150 KB each, those of a whole page 220 KB', async () => {
  if (updating) await printAnew();
  const files = readdirSync(pictures).sort();
  expect(files).toEqual([
    'pane-changed.png',
    'pane-check-decided.png',
    'pane-check.png',
    'pane-empty.png',
    'pane-money.png',
    'pane-opening.png',
    'pane-papers.png',
    'pane-plan.png',
    'pane-result.png',
    'pane-written.png',
    'printed-paper-a.png',
    'printed-score.png',
    'workbench-corrected.png',
    'workbench-opened.png',
    'workbench-prefecture.png',
    'workbench-print.png',
  ]);
  for (const file of files)
    expect({
      file,
      small: readFileSync(join(pictures, file)).length < (file.startsWith('workbench') ? 220_000 : 150_000),
    }).toEqual({ file, small: true });
});
