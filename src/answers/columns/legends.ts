import { foldText } from '../../kernel';
import { cellAt, type SheetContent } from '../../workbook';
import { codeListIn, type CodeList } from './codes';
import { signsWithWords } from './notes';
import type { Profile } from './profile';

/** What another sheet of the workbook writes that may explain codes. */
export interface Legend {
  readonly text: string;
  /** The sheet is called for it: 記入要領, コード表, 凡例. */
  readonly isNamed: boolean;
  /** The sheet holds so little that it may be there for the form: 表紙, Sheet2. */
  readonly isBrief: boolean;
}

const legendNames = /要領|コード|凡例|注意|留意|説明|手引|使い方|記号|区分|選択肢|(?:記入|入力|回答)方法/;
const mostRows = 200;
const fewRows = 30;
const mostColumns = 12;

/** The texts of sheets without a table of criteria; a code and its words in neighbouring cells are one text. */
export const legendsOn = (sheets: readonly SheetContent[]): readonly Legend[] =>
  sheets.flatMap((sheet) => {
    const isNamed = legendNames.test(foldText(sheet.name));
    const texts: string[] = [];
    const signs: string[] = [];
    let pairs: string[] = [];
    const close = (): void => {
      if (pairs.length > 1) texts.push(pairs.join('、'));
      pairs = [];
    };
    for (let row = 0; row < Math.min(sheet.grid.length, mostRows); row += 1) {
      const cells = Array.from({ length: mostColumns }, (_, column) =>
        foldText(String(cellAt(sheet.grid, row, column) ?? '')),
      ).filter((cell) => cell !== '');
      const [first = '', second = ''] = cells;
      const inOne = oneCell.exec(first);
      const pair = bareCode.test(first) ? `${first}:${second}` : inOne && `${inOne[1] ?? ''}:${inOne[2] ?? ''}`;
      if (pair === null) close();
      else pairs.push(pair);
      texts.push(...cells.filter((cell) => cell.length > 3));
      signs.push(...signsWithWords(cells));
    }
    close();
    texts.push(...signs);
    const isBrief = sheet.grid.length <= fewRows;
    return texts.map((text) => ({ text, isNamed, isBrief }));
  });

const bareCode = /^[0-9]$/;
const oneCell = /^[「『(]?([0-9])[」』)]?\s*[:=.…→]\s*(\S+)$/;

/**
 * The code list of a sheet called for it, where the columns hold nothing but its codes and no other such sheet says
 * otherwise.
 */
export const legendFor = (columns: readonly Profile[], legends: readonly Legend[]): CodeList | undefined => {
  const named = legends.filter(({ isNamed }) => isNamed);
  if (named.length === 0) return undefined;
  const codes = codesIn(columns);
  if (codes.size === 0) return undefined;
  const lists = named
    .flatMap(({ text }) => codeListIn(text) ?? [])
    .filter(({ meanings }) => [...codes].every((one) => meanings.has(one)));
  const [list] = lists;
  const agrees = lists.every(({ meanings }) =>
    [...codes].every((one) => meanings.get(one) === list?.meanings.get(one)),
  );
  return agrees ? list : undefined;
};

/** The bare numbers the columns answer with; none where they answer in marks. */
export const codesIn = (columns: readonly Profile[]): ReadonlySet<string> => {
  // Counted before anything is gathered: most columns hold no number.
  if (columns.every(({ counts }) => counts.numbers === 0)) return noCodes;
  const answers = columns.flatMap(({ readings }) => readings.filter(({ kind }) => kind !== 'blank'));
  const numbers = answers.flatMap((reading) => (reading.kind === 'number' ? [String(reading.value)] : []));
  return numbers.length * 10 < answers.length * 9 ? noCodes : new Set(numbers);
};

const noCodes: ReadonlySet<string> = new Set();

/** A text that speaks of the codes 0 and 1 as answers, whatever it says: 実施の場合「０」. */
export const speaksOfFlags = (written: string): boolean => {
  const text = foldText(written);
  return text.length <= longestText && answerWords.test(text) && flags.test(text);
};

const longestText = 200;
const answerWords = /該当|実施|はい|いいえ|達成|でき(?:て|る|ない)/;
const flags = /[「『"'=:→は][01](?![0-9.点%％年月])|(?<![0-9.])[01](?:[=:→」』"']|を(?:入力|記入|選))/;
