import { drawIcon, type Shape } from './drawIcon';
import type { Pixels } from './encodePng';

/** A picture of `assets/icons/`: its path from the project's folder, and what it must show. */
export interface AddinIcon {
  readonly path: string;
  readonly pixels: Pixels;
}

/** The sizes Office asks for: 16, 32 and 80 must be there, 64 is the high-resolution one of task panes; 128 is for pages. */
const sizes = [16, 32, 64, 80, 128];

/** Every icon of the add-in: `score` is also the add-in's own. */
export const addinIcons = (): readonly AddinIcon[] =>
  Object.entries(pictures).flatMap(([name, shapes]) =>
    sizes.map((size) => ({ path: `assets/icons/${name}-${size}.png`, pixels: drawIcon(shapes, size) })),
  );

// Colours of the CUD palette, told apart by colour-blind eyes; shapes differ too, so colour alone says nothing.
const blue = [0, 90, 255] as const;
const skyBlue = [77, 196, 255] as const;
const vermilion = [255, 75, 0] as const;
const grey = [132, 145, 158] as const;
const white = [255, 255, 255] as const;

const rectangle = (colour: Shape['colour'], left: number, top: number, width: number, height: number): Shape => ({
  colour,
  corners: [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ],
});

const check = (colour: Shape['colour'], grow: number): Shape => ({
  colour,
  corners: [
    [9 - grow, 17],
    [12, 14 - grow],
    [17, 19 - grow],
    [27, 7 - grow],
    [30 + grow, 10],
    [17, 26 + grow],
  ],
});

const pictures = {
  /** 採点: bars that rise, and a tick. */
  score: [
    rectangle(skyBlue, 2, 18, 6, 12),
    rectangle(blue, 10, 11, 6, 19),
    rectangle(blue, 18, 4, 6, 26),
    check(white, 1.6),
    check(vermilion, 0),
  ],
  /** 報告書を更新: a page with lines, and an arrow that puts new figures into it. */
  report: [
    rectangle(grey, 4, 2, 20, 28),
    rectangle(white, 6, 4, 16, 24),
    rectangle(blue, 9, 8, 10, 2),
    rectangle(blue, 9, 13, 10, 2),
    rectangle(blue, 9, 18, 6, 2),
    { colour: white, corners: [[12, 23], [21, 14], [21, 19], [31, 19], [31, 27], [21, 27], [21, 32]] },
    { colour: vermilion, corners: [[14, 23], [20, 17], [20, 21], [30, 21], [30, 25], [20, 25], [20, 29]] },
  ], // prettier-ignore
  /** パネル: a window with a pane on its right. */
  pane: [
    rectangle(grey, 2, 4, 28, 24),
    rectangle(white, 4, 9, 14, 17),
    rectangle(skyBlue, 20, 9, 8, 17),
    rectangle(blue, 22, 12, 4, 2),
    rectangle(blue, 22, 17, 4, 2),
  ],
} satisfies Record<string, readonly Shape[]>;
