import { codePlace } from '../../workbook';
import { fromSettings } from '../figureSources';
import { fullWidth } from '../layout/cells';
import { line, span, type Line } from '../layout/layOut';
import { toldLine } from './edition';
import type { CouncilFacts } from './facts';

/**
 * The head of a paper: 資料番号 in its box at the right, then date, meeting and section as the settings give them. Always
 * four lines, so that what the user writes further down keeps its place when one of them is filled in. `ordinal` is the place
 * of the paper among those made together, from 0.
 */
export const paperHead = (
  facts: CouncilFacts,
  columns: number,
  boxColumns: number,
  ordinal: number,
): readonly Line[] => {
  const { document } = facts.settings ?? {};
  const written = (part: 'date' | 'meeting' | 'department') => {
    const text = document?.[part];
    return {
      text: text ?? null,
      source: text === undefined ? undefined : fromSettings(facts.settings, `document.${part}`),
    };
  };
  const number = numberText(facts.settings?.document.number, ordinal);
  return [
    number === undefined
      ? toldLine(facts, columns, undefined, '資料番号：シート「設定」の「資料番号」')
      : line(
          span(null, columns - boxColumns),
          span(number, boxColumns, 'boxed', { source: fromSettings(facts.settings, 'document.number') }),
        ),
    ...parts.map(([part, label]) => {
      const { text, source } = written(part);
      const told = text === null ? undefined : { text, source, look: 'right' as const };
      return toldLine(facts, columns, told, `${label}：シート「設定」の「${label}」`);
    }),
  ];
};

const parts = [
  ['date', '資料の日付'],
  ['meeting', '会議名'],
  ['department', '担当課'],
] as const;

/** 資料４‐１ → 資料４‐２ for the second paper that is handed in together: its last number, counted up. */
export const numberText = (told: string | undefined, ordinal: number): string | undefined =>
  told === undefined || ordinal === 0
    ? told
    : told.replace(/(?<digits>[0-9０-９]+)(?=[^0-9０-９]*$)/, (digits) => {
        const next = String(Number(digits.normalize('NFKC')) + ordinal);
        return /[０-９]/.test(digits) ? fullWidth(next) : next;
      });

/**
 * The print footer of a council paper: the code of the paper, the page, and whose paper it is, small at the right; where nobody told
 * a name, the name of the tab. Above stands nothing: page 1 bears 資料番号, date and title.
 */
export const paperFooter = ({ own, settings }: CouncilFacts): string => {
  const name = own?.identity.name ?? settings?.place.name;
  return `&L&8${codePlace}&C&P&R&8${name === undefined ? '&A' : printable(name)}`;
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
