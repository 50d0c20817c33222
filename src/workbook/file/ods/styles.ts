import { details } from '../details';
import { FileFault } from '../fault';
import type { Attribute } from './namespaces';

/** The styles of a book, gathered from styles.xml and then content.xml; common and automatic ones bear different names. */
export interface OdsStyles {
  /** An element inside the lists of styles. */
  readonly read: (name: string, attribute: Attribute) => boolean;
  /** Whether a style, one it rests on, or for cells the default says that text is struck through. */
  readonly struck: (family: TextFamily, style: string | undefined) => boolean | undefined;
  readonly hidesTable: (style: string | undefined) => boolean;
}

export type TextFamily = 'table-cell' | 'paragraph' | 'text';

interface Style {
  readonly parent: string | undefined;
  struck: boolean | undefined;
  hidden: boolean;
}

/** Honest styles rest on one another in a few steps. */
const mostParents = 50;

export const odsStyles = (): OdsStyles => {
  const styles = new Map<string, Style>();
  const resolved = new Map<string, boolean | undefined>();
  let current: Style | undefined;

  const struckBy = (family: TextFamily, name: string): boolean | undefined => {
    let style = styles.get(`${family} ${name}`);
    for (let steps = 0; style !== undefined && style.struck === undefined; steps += 1) {
      if (steps === mostParents) throw new FileFault('file-suspicious', details.styleParents);
      style = style.parent === undefined ? undefined : styles.get(`${family} ${style.parent}`);
    }
    return style?.struck ?? (family === 'table-cell' ? styles.get(family)?.struck : undefined);
  };

  return {
    read: (name, attribute) => {
      if (name === 'style:style' || name === 'style:default-style') {
        const family = attribute('style:family') ?? '';
        const key = name === 'style:style' ? `${family} ${attribute('style:name') ?? ''}` : family;
        current = { parent: attribute('style:parent-style-name'), struck: undefined, hidden: false };
        styles.set(key, current);
        return true;
      }
      if (current === undefined) return false;
      if (name === 'style:text-properties') current.struck = struckOf(attribute);
      if (name === 'style:table-properties') current.hidden = attribute('table:display') === 'false';
      return false;
    },
    struck: (family, style) => {
      const name = style ?? (family === 'table-cell' ? 'Default' : undefined);
      if (name === undefined) return undefined;
      const key = `${family} ${name}`;
      if (!resolved.has(key)) resolved.set(key, struckBy(family, name));
      return resolved.get(key);
    },
    hidesTable: (style) => style !== undefined && styles.get(`table ${style}`)?.hidden === true,
  };
};

const struckOf = (attribute: Attribute): boolean | undefined => {
  const line = attribute('style:text-line-through-style') ?? attribute('style:text-line-through-type');
  return line === undefined ? undefined : line !== 'none';
};
