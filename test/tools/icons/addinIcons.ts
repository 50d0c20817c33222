import { drawIcon, type Shape } from './drawIcon';
import type { Pixels } from './encodePng';

/** A picture of `assets/icons/`: its path from the project's folder, and what it must show. */
export interface AddinIcon {
  readonly path: string;
  readonly pixels: Pixels;
}

/**
 * The sizes Office asks for: 16, 32 and 80 must be there, 20, 24, 40, 48 and 64 are for screens of other scales; 64 is also the
 * high-resolution one of task panes, 128 is for pages.
 */
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];

/** Every icon of the add-in: `score` is also the add-in's own. */
export const addinIcons = (): readonly AddinIcon[] =>
  Object.entries(pictures).flatMap(([name, shapes]) =>
    sizes.map((size) => ({ path: `assets/icons/${name}-${size}.png`, pixels: drawIcon(shapes, size) })),
  );

// Colours of the CUD palette, told apart by colour-blind eyes; shapes differ too, so colour alone says nothing.
const blue = [0, 90, 255] as const;
const skyBlue = [77, 196, 255] as const;
const vermilion = [255, 75, 0] as const;
/** Darker than the palette's, for lines that are less than a pixel at 20. */
const grey = [96, 110, 124] as const;
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

/** A part of a ring around (x, y), from one angle to another, in degrees clockwise from the right. */
const ring = (
  colour: Shape['colour'],
  x: number,
  y: number,
  radius: number,
  width: number,
  from: number,
  to: number,
): Shape => {
  const at = (distance: number, degrees: number): readonly [number, number] => [
    x + distance * Math.cos((degrees * Math.PI) / 180),
    y + distance * Math.sin((degrees * Math.PI) / 180),
  ];
  const steps = Array.from({ length: 25 }, (_, step) => from + ((to - from) * step) / 24);
  return {
    colour,
    corners: [
      ...steps.map((degrees) => at(radius + width / 2, degrees)),
      ...steps.toReversed().map((degrees) => at(radius - width / 2, degrees)),
    ],
  };
};

const pictures = {
  /** 採点: bars that rise, and a tick. */
  score: [
    rectangle(skyBlue, 2, 18, 6, 12),
    rectangle(blue, 10, 11, 6, 19),
    rectangle(blue, 18, 4, 6, 26),
    check(white, 1.6),
    check(vermilion, 0),
  ],
  /** 結果と資料を更新: a round arrow, on white, as blue is lost in Excel's green. */
  refresh: [
    ring(white, 16, 16, 7, 14, 0, 360),
    ring(blue, 16, 16, 10, 5, -20, 265),
    { colour: blue, corners: [[18.5, 14], [31.5, 15], [28.5, 2]] },
  ], // prettier-ignore
  /** 採点パネル: a window with a pane on its right. */
  pane: [
    rectangle(grey, 2, 4, 28, 24),
    rectangle(white, 4, 9, 14, 17),
    rectangle(skyBlue, 20, 9, 8, 17),
    rectangle(blue, 22, 12, 4, 2),
    rectangle(blue, 22, 17, 4, 2),
  ],
  /** 白紙の回答票: a sheet whose lines are still without a mark. */
  form: [
    rectangle(grey, 5, 2, 22, 28),
    rectangle(white, 7, 4, 18, 24),
    rectangle(blue, 7, 4, 18, 5),
    rectangle(grey, 9, 12, 8, 2.5),
    rectangle(grey, 9, 18, 8, 2.5),
    rectangle(grey, 9, 24, 8, 2.5),
    ...[11, 17, 23].flatMap((top) => [rectangle(vermilion, 19, top, 5, 5), rectangle(white, 20.5, top + 1.5, 2, 2)]),
  ],
  /** 手引: a question mark. */
  help: [
    ring(white, 16, 16, 6, 12, 0, 360),
    ring(blue, 16, 16, 12.5, 3, 0, 360),
    ring(vermilion, 16, 12.5, 4, 3, -180, 60),
    rectangle(vermilion, 14.5, 15, 3, 5),
    rectangle(vermilion, 14.5, 22, 3, 3),
  ],
} satisfies Record<string, readonly Shape[]>;
