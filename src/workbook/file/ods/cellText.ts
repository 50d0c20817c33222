import { alike, leastSize, paper } from '../colours';
import type { Attribute } from './namespaces';
import { over, type Letters, type OdsStyles } from './styles';

/** Gathers the text of one cell after another: paragraphs and their parts, as the reader meets them. */
export interface CellText {
  readonly begin: (cell: Letters) => void;
  /** An element inside the cell; false when what it holds is no text of the cell. */
  readonly open: (name: string, attribute: Attribute) => boolean;
  readonly close: (name: string) => void;
  readonly add: (text: string) => void;
  /**
   * The paragraphs joined by line ends, undefined when there is none; struck when every letter is, or the cell that has
   * none; unseen when any letter is.
   */
  readonly end: () => { readonly text: string | undefined; readonly struck: boolean; readonly unseen: boolean };
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
  let unseenLetters = false;
  /** How text looks: in the cell, in the paragraph, and in each part of it that is open. */
  let looks: Letters[] = [];

  const add = (more: string): void => {
    if (depth === 0 || text === undefined || text.length >= longestText) return;
    if (/\S/.test(more)) {
      letters = true;
      const look = looks.at(-1) ?? {};
      if (look.struck !== true) plainLetters = true;
      if (isUnseen(look)) unseenLetters = true;
    }
    text += more;
  };

  return {
    begin: (cell) => {
      text = undefined;
      depth = 0;
      letters = plainLetters = unseenLetters = false;
      looks = [cell];
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
      looks.push(over(styles.letters(family, attribute('text:style-name')), looks.at(-1) ?? {}));
      depth += 1;
      return true;
    },
    close: () => {
      if (depth === 0) return;
      depth -= 1;
      looks.pop();
    },
    add,
    end: () => ({
      text: text?.slice(0, longestText),
      struck: letters ? !plainLetters : looks[0]?.struck === true,
      unseen: letters ? unseenLetters : isUnseen(looks[0] ?? {}),
    }),
  };
};

const isUnseen = ({ colour = 'auto', size = leastSize, behind = paper }: Letters): boolean =>
  size < leastSize || alike(colour, behind);

const repeats = (count: string | undefined): number =>
  count === undefined || !/^\d{1,12}$/.test(count) ? 1 : Math.min(Number(count), longestText);
