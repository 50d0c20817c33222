import { fontName, isLabelled, numberFormats, type ChartModel } from '../..';
import { xmlText } from '../xml/text';

/** Points × 100, as DrawingML counts. */
const sizes = { text: 1000, labels: 900, title: 1200 } as const;

/**
 * A chart part of hucre's with what hucre does not write: the language and the font of the sheet for every word, the figure
 * at each bar, the unit of the axis, and radars. ECMA-376 21.2.2 fixes the order of the elements.
 */
export const asDrawn = (part: string, chart: ChartModel): string => {
  const { kind, number, unit } = chart;
  let at = 0;
  const labelled = (kind === 'radar' ? asRadar(part) : part)
    .replace('<c:roundedCorners', '<c:lang val="ja-JP"/><c:roundedCorners')
    .replaceAll('lang="en-US"', 'lang="ja-JP"')
    .replaceAll('sz="1400"', `sz="${sizes.title}"`)
    .replaceAll('<c:cat>', () => {
      const shown = isLabelled(chart, at);
      at += 1;
      return `${shown ? labels(number === undefined ? undefined : numberFormats[number], labelPlaces[kind]) : ''}<c:cat>`;
    })
    .replace('<c:crossBetween val="between"/>', chart.percent === true && kind !== 'radar' ? `$&${step}` : '$&')
    .replace('</c:chart></c:chartSpace>', `</c:chart>${textProperties(sizes.text)}</c:chartSpace>`);
  if (unit === undefined) return labelled;
  const axis = labelled.indexOf('<c:valAx>');
  return labelled.slice(0, axis) + labelled.slice(axis).replace(/<c:axPos val="[lbrt]"\/>/, `$&${axisTitle(unit)}`);
};

/** Above a point of a line; bars have an outer end. Of a radar Excel takes no other place than its own, told or not. */
const labelPlaces = { bar: 'outEnd', column: 'outEnd', line: 't', radar: undefined } as const;

/** Lines with markers, drawn around a centre: a radar has neither a grouping nor smoothing. */
const asRadar = (part: string): string =>
  part
    .replace('<c:lineChart><c:grouping val="standard"/>', '<c:radarChart><c:radarStyle val="marker"/>')
    .replaceAll('<c:smooth val="0"/>', '')
    // The fill of a line is nothing to see, that of a radar may be its whole area.
    .replaceAll(/<c:spPr><a:solidFill><a:srgbClr val="[0-9A-Fa-f]{6}"\/><\/a:solidFill><a:ln w=/g, '<c:spPr><a:ln w=')
    .replace('<c:marker val="1"/><c:axId', '<c:axId')
    .replace('</c:lineChart>', '</c:radarChart>')
    .replace('<c:majorGridlines/>', `<c:majorGridlines>${rings}</c:majorGridlines>`);

/** The default lines are black. */
const rings = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="C8C8CB"/></a:solidFill></a:ln></c:spPr>';

/** Of a scale of shares. Excel finds one that has room; LibreOffice sets the figures aslant instead. */
const step = '<c:majorUnit val="0.2"/>';

const font = `<a:latin typeface="${fontName}"/><a:ea typeface="${fontName}"/>`;

const textProperties = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${font}</a:defRPr></a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`;

const labels = (format: string | undefined, where: string | undefined): string =>
  `<c:dLbls>${format === undefined ? '' : `<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>`}${textProperties(sizes.labels)}${where === undefined ? '' : `<c:dLblPos val="${where}"/>`}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

const axisTitle = (unit: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${sizes.labels}" b="0"/></a:pPr><a:r><a:rPr lang="ja-JP" sz="${sizes.labels}" b="0"/><a:t>${xmlText(unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
