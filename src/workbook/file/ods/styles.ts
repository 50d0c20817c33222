import { paper } from '../colours';
import { details } from '../details';
import { FileFault } from '../fault';
import type { Attribute } from './namespaces';

/** The styles of a book, gathered from styles.xml and then content.xml; common and automatic ones bear different names. */
export interface OdsStyles {
  /** An element inside the lists of styles. */
  readonly read: (name: string, attribute: Attribute) => boolean;
  /** What a style, one it rests on, or for cells the default says of letters. */
  readonly letters: (family: TextFamily, style: string | undefined) => Letters;
  readonly hidesTable: (style: string | undefined) => boolean;
}

export type TextFamily = 'table-cell' | 'paragraph' | 'text';

/** How letters look; what is undefined is as it is around them. */
export interface Letters {
  readonly struck?: boolean | undefined;
  /** RRGGBB, or `auto` for one that stands out from what is behind. */
  readonly colour?: string | undefined;
  /** In points. */
  readonly size?: number | undefined;
  /** What is behind them: RRGGBB. */
  readonly behind?: string | undefined;
}

interface Style {
  readonly parent: string | undefined;
  letters: Letters;
  hidden: boolean;
}

/** Honest styles rest on one another in a few steps. */
const mostParents = 50;

export const odsStyles = (): OdsStyles => {
  const styles = new Map<string, Style>();
  const resolved: Readonly<Record<TextFamily, Map<string, Letters>>> = {
    'table-cell': new Map(),
    paragraph: new Map(),
    text: new Map(),
  };
  let current: Style | undefined;

  const lettersBy = (family: TextFamily, name: string): Letters => {
    let letters: Letters = {};
    let style = styles.get(`${family} ${name}`);
    for (let steps = 0; style !== undefined; steps += 1) {
      if (steps === mostParents) throw new FileFault('file-suspicious', details.styleParents);
      letters = over(letters, style.letters);
      style = style.parent === undefined ? undefined : styles.get(`${family} ${style.parent}`);
    }
    return family === 'table-cell' ? over(letters, styles.get(family)?.letters ?? {}) : letters;
  };

  return {
    read: (name, attribute) => {
      if (name === 'style:style' || name === 'style:default-style') {
        const family = attribute('style:family') ?? '';
        const key = name === 'style:style' ? `${family} ${attribute('style:name') ?? ''}` : family;
        current = { parent: attribute('style:parent-style-name'), letters: {}, hidden: false };
        styles.set(key, current);
        return true;
      }
      if (current === undefined) return false;
      if (name === 'style:text-properties') current.letters = { ...current.letters, ...lettersOf(attribute) };
      if (name === 'style:table-cell-properties') {
        current.letters = { ...current.letters, behind: rgbOf(attribute('fo:background-color'), paper) };
      }
      if (name === 'style:table-properties') current.hidden = attribute('table:display') === 'false';
      return false;
    },
    letters: (family, style) => {
      const name = style ?? (family === 'table-cell' ? 'Default' : undefined);
      if (name === undefined) return plain;
      const known = resolved[family].get(name);
      if (known !== undefined) return known;
      const letters = lettersBy(family, name);
      resolved[family].set(name, letters);
      return letters;
    },
    hidesTable: (style) => style !== undefined && styles.get(`table ${style}`)?.hidden === true,
  };
};

/** Says nothing, as most paragraphs do. */
const plain: Letters = {};

/** What the first says, and where it says nothing what the second does. */
export const over = (first: Letters, second: Letters): Letters =>
  first === plain
    ? second
    : {
        struck: first.struck ?? second.struck,
        colour: first.colour ?? second.colour,
        size: first.size ?? second.size,
        behind: first.behind ?? second.behind,
      };

const lettersOf = (attribute: Attribute): Letters => {
  const line = attribute('style:text-line-through-style') ?? attribute('style:text-line-through-type');
  const size = /^(\d{1,4}(?:\.\d{1,6})?)pt$/.exec(attribute('fo:font-size') ?? '')?.[1];
  const automatic = attribute('style:use-window-font-color') === 'true';
  return {
    struck: line === undefined ? undefined : line !== 'none',
    colour: automatic ? 'auto' : rgbOf(attribute('fo:color'), undefined),
    size: size === undefined ? undefined : Number(size),
  };
};

const rgbOf = (colour: string | undefined, transparent: string | undefined): string | undefined =>
  colour === 'transparent' ? transparent : /^#([0-9a-f]{6})$/i.exec(colour ?? '')?.[1]?.toUpperCase();
