import type { Attribute } from './namespaces';
import type { OdsStyles } from './styles';

/** Gathers the text of one cell after another: paragraphs and their parts, as the reader meets them. */
export interface CellText {
  readonly begin: (cellStruck: boolean) => void;
  /** An element inside the cell; false when what it holds is no text of the cell. */
  readonly open: (name: string, attribute: Attribute) => boolean;
  readonly close: (name: string) => void;
  readonly add: (text: string) => void;
  /** The paragraphs joined by line ends, undefined when there is none; struck when every letter is, or the cell that has none. */
  readonly end: () => { readonly text: string | undefined; readonly struck: boolean };
}

/** The longest text a cell can hold; more is cut, as Excel would. */
const longestText = 32_767;

/** Furigana, notes and scripts stand in a paragraph without being its text. */
const apart = new Set(['text:ruby-text', 'text:note', 'text:script', 'office:annotation']);

const paragraphs = new Set(['text:p', 'text:h']);

export const cellText = (styles: OdsStyles): CellText => {
  let text: string | undefined;
  let depth = 0;
  let letters = false;
  let plainLetters = false;
  /** Whether text is struck: in the cell, in the paragraph, and in each part of it that is open. */
  let struck: boolean[] = [];

  const add = (more: string): void => {
    if (depth === 0 || text === undefined || text.length >= longestText) return;
    if (/\S/.test(more)) {
      letters = true;
      if (struck.at(-1) !== true) plainLetters = true;
    }
    text += more;
  };

  return {
    begin: (cellStruck) => {
      text = undefined;
      depth = 0;
      letters = plainLetters = false;
      struck = [cellStruck];
    },
    open: (name, attribute) => {
      if (depth === 0 && paragraphs.has(name)) {
        text = text === undefined ? '' : text.length < longestText ? `${text}\n` : text;
      } else if (depth === 0) return name.startsWith('text:') && !apart.has(name);
      else if (name === 'text:s') add(' '.repeat(repeats(attribute('text:c'))));
      else if (name === 'text:tab') add('\t');
      else if (name === 'text:line-break') add('\n');
      if (apart.has(name) || !name.startsWith('text:')) return false;
      const family = depth === 0 ? 'paragraph' : 'text';
      struck.push(styles.struck(family, attribute('text:style-name')) ?? struck.at(-1) ?? false);
      depth += 1;
      return true;
    },
    close: () => {
      if (depth === 0) return;
      depth -= 1;
      struck.pop();
    },
    add,
    end: () => ({ text: text?.slice(0, longestText), struck: letters ? !plainLetters : struck[0] === true }),
  };
};

const repeats = (count: string | undefined): number =>
  count === undefined || !/^\d{1,12}$/.test(count) ? 1 : Math.min(Number(count), longestText);
