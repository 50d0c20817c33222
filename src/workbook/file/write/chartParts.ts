import { fontName, numberFormats, type ChartModel } from '../..';
import { xmlText } from '../xml/text';

/** Points × 100, as DrawingML counts. */
const sizes = { text: 1000, labels: 900, title: 1200 } as const;

/**
 * A chart part of hucre's with what hucre does not write: the language and the font of the sheet for every word, the figure
 * at each bar, and the unit of the axis. ECMA-376 21.2.2 fixes the order of the elements.
 */
export const asDrawn = (part: string, { kind, series, overlapping, number, unit }: ChartModel): string => {
  // Above a point of a line; bars have an outer end.
  const where = kind === 'line' ? 't' : 'outEnd';
  let at = 0;
  const labelled = part
    .replace('<c:roundedCorners', '<c:lang val="ja-JP"/><c:roundedCorners')
    .replaceAll('lang="en-US"', 'lang="ja-JP"')
    .replaceAll('sz="1400"', `sz="${sizes.title}"`)
    .replaceAll('<c:cat>', () => {
      const role = series[at]?.role;
      // Where series lie over each other, the figures of the first say it all; what only covers has none.
      const shown = role !== 'base' && (overlapping !== true || at === 0);
      at += 1;
      return `${shown ? labels(number === undefined ? undefined : numberFormats[number], where) : ''}<c:cat>`;
    })
    .replace('</c:chart></c:chartSpace>', `</c:chart>${textProperties(sizes.text)}</c:chartSpace>`);
  if (unit === undefined) return labelled;
  const axis = labelled.indexOf('<c:valAx>');
  return labelled.slice(0, axis) + labelled.slice(axis).replace(/<c:axPos val="[lbrt]"\/>/, `$&${axisTitle(unit)}`);
};

const font = `<a:latin typeface="${fontName}"/><a:ea typeface="${fontName}"/>`;

const textProperties = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${font}</a:defRPr></a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`;

const labels = (format: string | undefined, where: string): string =>
  `<c:dLbls>${format === undefined ? '' : `<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>`}${textProperties(sizes.labels)}<c:dLblPos val="${where}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

const axisTitle = (unit: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${sizes.labels}" b="0"/></a:pPr><a:r><a:rPr lang="ja-JP" sz="${sizes.labels}" b="0"/><a:t>${xmlText(unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
