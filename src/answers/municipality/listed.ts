import type { RegisteredMunicipality } from './register';

/** For sentences: 「府中市（東京都 132063）」; several are joined by 、 and cut after eight. */
export const listed = (...ones: readonly (RegisteredMunicipality | undefined)[]): string => {
  const known = ones.filter((one) => one !== undefined);
  const shown = known.slice(0, 8).map(({ code, prefecture, name }) => `${name}（${prefecture} ${code}）`);
  const rest = known.length > shown.length ? `、ほか${known.length - shown.length}件` : '';
  return `${shown.join('、')}${rest}`;
};
