import { foldText } from '../../kernel';
import { ok, problem, refuse, type Result } from '../../problems';
import type { CellValue } from '../../workbook';
import { fitOf, readName } from './names';
import { municipalityOfCode, prefectureOfCode, readPrefecture, type RegisteredMunicipality } from './register';

/** What else is known of the municipality; it settles codes that can be read two ways. */
interface CodeHints {
  readonly name?: string | undefined;
  readonly prefecture?: string | undefined;
}

/**
 * Reads a local government code as six digits: number or text, full-width, with or without check digit, leading zero
 * lost (rules/bad-inputs.md#b041, #b042). The code need not be in the register. Refuses with E-241 (no code),
 * E-242 (wrong check digit) or E-243 (two readings, and the hints do not settle it).
 */
export const readMunicipalityCode = (value: CellValue, hints: CodeHints = {}): Result<string> => {
  const digits = digitsOf(value);
  if (digits !== undefined && municipalityOfCode(digits) !== undefined) return ok(digits);
  const found = String(value ?? '');
  if (digits?.length === 6 && prefectureOfCode(digits) !== undefined) {
    const expected = withCheckDigit(digits.slice(0, 5));
    return digits === expected ? ok(digits) : refuse(problem('municipality-code-check-digit', { found, expected }));
  }
  const [first, ...others] = digits === undefined ? [] : shortReadings(digits);
  if (first === undefined) return refuse(problem('municipality-code-unreadable', { found }));
  if (others.length === 0) return ok(first);
  const likely = likeliest([first, ...others], hints);
  const [one] = likely;
  if (one !== undefined && likely.length === 1) return ok(one);
  const candidates = [first, ...others].map((code) => `${code} ${listed(municipalityOfCode(code))}`.trim()).join('、');
  return refuse(problem('municipality-code-ambiguous', { found }, { candidates }));
};

const digitsOf = (value: CellValue): string | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? digitsOf(String(value)) : undefined;
  if (typeof value !== 'string') return undefined;
  if (/^\d{4,6}$/.test(value)) return value;
  const text = foldText(value).replace(/\s/g, '');
  const plain = /^(\d{4,6})(?:\.0)?$/.exec(text)?.[1];
  return (
    plain ?? /^(\d{1,3}),?(\d{3})$/.exec(text)?.slice(1).join('') ?? /^(\d{5})-(\d)$/.exec(text)?.slice(1).join('')
  );
};

/** What four or five digits may be short for: the check digit left out, the leading zero lost, or both. */
const shortReadings = (digits: string): readonly string[] => {
  const withoutCheckDigit = withCheckDigit(digits.padStart(5, '0'));
  const withoutZero = `0${digits}`;
  const readings =
    digits.length === 5 && withCheckDigit(withoutZero.slice(0, 5)) === withoutZero
      ? [withoutZero, withoutCheckDigit]
      : digits.length < 6
        ? [withoutCheckDigit]
        : [];
  return readings.filter((code) => prefectureOfCode(code) !== undefined);
};

/** The readings that the register knows; among those (or if it knows none) the ones that name and prefecture allow. */
const likeliest = (readings: readonly string[], { name, prefecture }: CodeHints): readonly string[] => {
  const registered = readings.filter((code) => municipalityOfCode(code) !== undefined);
  if (registered.length === 1) return registered;
  const reading = name === undefined ? undefined : readName(name);
  const wanted = (prefecture === undefined ? undefined : readPrefecture(prefecture)) ?? reading?.prefecture;
  return readings.filter((code) => {
    const one = municipalityOfCode(code);
    if (wanted !== undefined && prefectureOfCode(code) !== wanted) return false;
    return reading === undefined || one === undefined ? wanted !== undefined : fitOf(reading, one) !== undefined;
  });
};

const withCheckDigit = (five: string): string => `${five}${checkDigitOf(five)}`;

/**
 * The sixth digit of a local government code: (11 − Σ dᵢ × (6, 5, 4, 3, 2) mod 11) mod 10
 * (総務省「全国地方公共団体コード」; rules/bad-inputs.md#b042). Takes the first five digits.
 */
export const checkDigitOf = (digits: string): string => {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits.charAt(place)), 0);
  return String((11 - (sum % 11)) % 10);
};

const weights = [6, 5, 4, 3, 2];

/** For sentences: 「府中市（東京都 132063）」; several are joined by 、 and cut after eight. */
export const listed = (...ones: readonly (RegisteredMunicipality | undefined)[]): string => {
  const known = ones.filter((one) => one !== undefined);
  const shown = known.slice(0, 8).map(({ code, prefecture, name }) => `${name}（${prefecture} ${code}）`);
  const rest = known.length > shown.length ? `、ほか${known.length - shown.length}件` : '';
  return `${shown.join('、')}${rest}`;
};
