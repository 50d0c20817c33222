import { fromSettings } from '../figureSources';
import { line, span, type Line } from '../layout/layOut';
import type { CouncilFacts } from './facts';

/**
 * The head of a paper: 資料番号 in its box at the right, then date, meeting and section as the settings give them. Always
 * four lines, so that what the user writes further down keeps its place when one of them is filled in.
 */
export const paperHead = (facts: CouncilFacts, columns: number, boxColumns: number): readonly Line[] => {
  const { document } = facts.settings ?? {};
  const written = (part: 'number' | 'date' | 'meeting' | 'department') => {
    const text = document?.[part];
    return {
      text: text ?? null,
      source: text === undefined ? undefined : fromSettings(facts.settings, `document.${part}`),
    };
  };
  const number = written('number');
  return [
    line(
      span(null, columns - boxColumns),
      span(number.text, boxColumns, number.text === null ? 'plain' : 'boxed', { source: number.source }),
    ),
    ...(['date', 'meeting', 'department'] as const).map((part) => {
      const { text, source } = written(part);
      return line(span(text, columns, 'right', { source }));
    }),
  ];
};

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
