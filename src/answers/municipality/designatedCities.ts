import data from './wards.json';

/** Six-digit codes of the 20 政令指定都市, whose ranks councils like to leave out (八王子市 資料4-1). */
export const designatedCityCodes = (): readonly string[] => data.cities.map(({ code }) => code);
