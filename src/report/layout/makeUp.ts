import type { SheetModel } from '../../workbook';
import { mayBegin } from './keptTogether';
import { pageStarts, pointsOver, printedHeights, type Course } from './pages';
import { pixel } from './textLines';

/** A sheet without its rows' heights and breaks, and what they are on paper. */
interface MadeUp {
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly rowBreaks: readonly number[];
}

/** How much of their height rows keep, where a page would else hold little; with less, lines of text meet the rules. */
const tighter = [0.97, 0.945, 0.92];
/** A page is thin that is filled less than this. */
const thin = 0.4;
/** The last page holds so many rows, or so much of a page, if that can be had. */
const least = { rows: 5, share: 0.25 } as const;
/** Excel takes 1,026 breaks on a sheet; a list so long is divided by Excel, under its repeated head. */
const mostBreaks = 1000;

/**
 * Heights of rows and starts of pages where a page has `room` points: as they come; where that leaves a page thin, with a
 * little less air in all rows, if this saves a page; else with a few rows more on the last one.
 */
export const madeUp = (model: SheetModel, room: number): MadeUp => {
  const natural = courseOf(model, printedHeights(model), room);
  const starts = pageStarts(natural);
  const shorter = hasThinPage(natural, starts) ? shortened(model, room, starts.length) : undefined;
  if (shorter !== undefined) return shorter;
  return { rowHeights: model.rowHeights ?? new Map(), rowBreaks: breaksOf(withoutWidow(natural, starts)) };
};

const shortened = (model: SheetModel, room: number, pages: number): MadeUp | undefined => {
  for (const share of tighter) {
    const sizes = printedHeights(model).map((points) => Math.max(1, Math.floor((points * share) / pixel)) * pixel);
    const course = courseOf(model, sizes, room);
    const starts = pageStarts(course);
    if (starts.length < pages)
      return { rowHeights: new Map(sizes.entries()), rowBreaks: breaksOf(withoutWidow(course, starts)) };
  }
  return undefined;
};

const breaksOf = (starts: readonly number[]): readonly number[] => (starts.length > mostBreaks ? [] : starts.slice(1));

/** A page that ends where the next has to begin is as long as it is meant to be. */
const hasThinPage = ({ sizes, room, mustBegin }: Course, starts: readonly number[]): boolean =>
  starts.length > 1 &&
  starts.some((first, at) => {
    const next = starts[at + 1] ?? sizes.length;
    return pointsOver(sizes, first, next - 1) < room * thin && !(next < sizes.length && mustBegin(next));
  });

/** The last page begins earlier, so that it does not hold a line or two. */
const withoutWidow = (course: Course, starts: readonly number[]): readonly number[] => {
  const { sizes, room, titles, mayBegin, mustBegin } = course;
  const [before = 0, last = 0] = starts.slice(-2);
  const end = sizes.length - 1;
  if (starts.length < 2 || mustBegin(last)) return starts;
  const repeated = titles === undefined ? 0 : pointsOver(sizes, titles.first, titles.last);
  for (let at = last; at > before + least.rows; at -= 1) {
    const filled = pointsOver(sizes, at, end);
    if (repeated + filled > room) return starts;
    if (mayBegin(at) && (end - at + 1 >= least.rows || filled >= room * least.share))
      return [...starts.slice(0, -1), at];
  }
  return starts;
};

const courseOf = (model: SheetModel, sizes: readonly number[], room: number): Course => ({
  sizes,
  room,
  titles: model.print.titleRows,
  mayBegin: mayBegin(model, sizes, room),
  mustBegin: (row) => model.pageRows?.has(row) === true,
});
