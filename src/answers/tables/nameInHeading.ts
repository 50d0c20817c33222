import { foldLabel } from '../../kernel';
import { prefectures, registeredMunicipalities } from '../municipality';
import type { MunicipalityHeader } from './municipalityHeader';

/** The one registered municipality that headings name, the first heading that names any deciding; two name nobody. */
export const nameInHeading = (headings: readonly string[]): MunicipalityHeader | undefined => {
  for (const heading of headings) {
    const text = foldLabel(heading.slice(0, longestHeading));
    if (isExample(text)) continue;
    const found = foldedNames().filter(({ folded }) => text.includes(folded));
    const whole = found.filter(
      ({ folded }) => !found.some((other) => other.folded !== folded && other.folded.includes(folded)),
    );
    const [first] = whole;
    if (first === undefined) continue;
    if (whole.length > 1) return undefined;
    const prefecture = prefectures.find((candidate) => text.includes(candidate));
    return { name: first.name, ...(prefecture === undefined ? {} : { prefecture }) };
  }
  return undefined;
};

const longestHeading = 300;

const isExample = (text: string): boolean => /^[(【]?(?:例|記入例|入力例|※)/.test(text);

let names: readonly { readonly name: string; readonly folded: string }[] | undefined;

/** Every name once: 府中市 is one name of two cities. */
const foldedNames = (): readonly { readonly name: string; readonly folded: string }[] =>
  (names ??= [...new Set(registeredMunicipalities().map(({ name }) => name))].map((name) => ({
    name,
    folded: foldLabel(name),
  })));
