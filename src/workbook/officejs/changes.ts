import { parseA1, type Rectangle } from '..';

/** What happened to the cells of one sheet: rectangles that were changed, or more than can be told by place. */
export type SheetChange = readonly Rectangle[] | 'anything';

/** Changes by the id of their sheet. */
export type Changes = ReadonlyMap<string, SheetChange>;

/** Gathers what Excel tells of changed cells, whoever changed them. */
export interface ChangeLog {
  /** `address` as Excel gives it; undefined where the cells moved. */
  readonly note: (sheetId: string, address: string | undefined) => void;
  /** Gives what was gathered, and forgets it. */
  readonly take: () => Changes;
}

export const changeLog = (): ChangeLog => {
  let gathered = new Map<string, SheetChange>();
  return {
    note: (sheetId, address) => {
      const [before, more] = [gathered.get(sheetId) ?? [], placesIn(address)];
      const all = before === 'anything' || more === undefined ? [] : [...before, ...more];
      gathered.set(sheetId, all.length === 0 || all.length > mostPlaces ? 'anything' : all);
    },
    take: () => {
      const taken = gathered;
      gathered = new Map();
      return taken;
    },
  };
};

/** More than this, and the sheet is read again as a whole. */
const mostPlaces = 200;

/** B3, B3:D9, or several parted by commas; undefined for whole rows and columns, and for anything else. */
const placesIn = (address: string | undefined): readonly Rectangle[] | undefined => {
  const places = (address ?? '').split(',').map((part) => parseA1(part.trim()));
  return places.every((place) => place !== undefined) ? places : undefined;
};
