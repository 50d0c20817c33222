import type { CouncilFacts } from '../council';

/**
 * The print header of a council paper: whose paper it is, small at the right. Page 1 bears 資料番号, date and title already,
 * so none of them is repeated; where nobody told a name, the name of the tab.
 */
export const paperHeader = ({ own, settings }: CouncilFacts): string => {
  const name = own?.identity.name ?? settings?.place.name;
  return `&R&8${name === undefined ? '&A' : printable(name)}`;
};

/** Excel reads & as the beginning of a code, a digit as part of the size before it, and takes 255 characters in all. */
const printable = (name: string): string => {
  const text = Array.from(
    name
      .replaceAll('&', '＆')
      .replace(/[\s\u0000-\u001F\u007F]+/g, ' ')
      .trim(),
  )
    .slice(0, mostCharacters)
    .join('');
  return /^[0-9]/.test(text) ? ` ${text}` : text;
};

const mostCharacters = 60;
