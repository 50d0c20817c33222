import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import {
  a1Range,
  chartColors,
  fontName,
  quotedSheetName,
  type ChartModel,
  type Rectangle,
  type SheetModel,
} from '../../src/workbook';
import { plainText, xmlTags } from '../../src/workbook/file/xml/tags';
import type { HostSheet } from '../host/model/hostSheet';

/** A chart in words every adapter can answer: what a person sees, and where it takes its figures from. */
export interface SeenChart {
  readonly kind: string;
  readonly title: string;
  readonly anchor: Rectangle;
  /** `'グラフ'!$A$2:$A$5`, of every series. */
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: string; readonly color: string }[];
  /** Of bars and columns. */
  readonly overlap: number | undefined;
  readonly gapWidth: number | undefined;
  /** Of lines, also around a radar: points thick, and the shape at each value, of every series. */
  readonly lines: readonly string[];
  /** Undefined where the program chooses. */
  readonly scale: { readonly from: number; readonly to: number; readonly format: string } | undefined;
  /** The first category is at the top, the scale at the bottom. */
  readonly fromTheTop: boolean;
  readonly legend: string;
  readonly gridlines: boolean;
  readonly ticks: readonly string[];
  /** Of every word. */
  readonly font: string;
  /** Which series say their figures. */
  readonly labels: readonly boolean[];
  /** Along the axis of the values. */
  readonly unit: string;
}

const reference = (sheet: string, area: Rectangle): string =>
  `${quotedSheetName(sheet)}!${a1Range(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;

/** What the model asks for, on a sheet that is called so. */
export const chartsWanted = (charts: SheetModel['charts'], sheet: string): readonly SeenChart[] =>
  (charts ?? []).map(({ kind, title, anchor, categories, series, percent, overlapping, unit = '' }: ChartModel) => ({
    kind,
    title,
    anchor,
    categories: series.map(() => reference(sheet, categories)),
    series: series.map(({ name, values, role }) => ({
      name,
      values: reference(sheet, values),
      color: chartColors[role],
    })),
    ...(kind === 'line' || kind === 'radar'
      ? { overlap: undefined, gapWidth: undefined, lines: series.map(() => '2.25 circle') }
      : { overlap: overlapping === true ? 100 : 0, gapWidth: overlapping === true ? 20 : 60, lines: [] }),
    scale: percent === true ? { from: 0, to: 1, format: '0%' } : undefined,
    fromTheTop: kind === 'bar',
    legend: 'bottom',
    // The rings are the scale of a radar, its spokes have no ticks.
    gridlines: kind === 'radar',
    ticks: kind === 'radar' ? [] : ['none', 'none', 'none', 'none'],
    font: fontName,
    labels: series.map(({ role }, at) =>
      kind === 'radar' ? role === 'own' : role !== 'base' && (overlapping !== true || at === 0),
    ),
    unit,
  }));

/** What Excel was told; a cell range of another sheet would show here. */
export const chartsInExcel = (sheet: HostSheet): readonly SeenChart[] =>
  sheet.charts.map(
    ({ type, fontName: font, title, legend, place, series, overlap, gapWidth, categoryAxis, valueAxis }) => ({
      kind:
        { BarClustered: 'bar', ColumnClustered: 'column', LineMarkers: 'line', RadarMarkers: 'radar' }[type] ?? type,
      title: title.visible ? title.text : '',
      anchor: place ?? { top: -1, left: -1, bottom: -1, right: -1 },
      categories: series.map(({ categories }) =>
        categories === undefined ? '' : reference(categories.sheet.name, categories.area),
      ),
      series: series.map(({ name, values, color }) => ({
        name,
        values: values === undefined ? '' : reference(values.sheet.name, values.area),
        color: color.slice(1),
      })),
      ...(/^(?:Line|Radar)/.test(type)
        ? {
            overlap: undefined,
            gapWidth: undefined,
            lines: series.map(({ weight, marker }) => `${weight ?? ''} ${marker?.toLowerCase() ?? ''}`),
          }
        : { overlap, gapWidth, lines: [] }),
      scale:
        valueAxis.minimum === undefined || valueAxis.maximum === undefined
          ? undefined
          : { from: valueAxis.minimum, to: valueAxis.maximum, format: valueAxis.numberFormat },
      fromTheTop: categoryAxis.reversePlotOrder && categoryAxis.position === 'Maximum',
      legend: legend.visible ? legend.position.toLowerCase() : '',
      gridlines: valueAxis.majorGridlines || categoryAxis.majorGridlines,
      ticks: (type.startsWith('Radar') ? [] : [categoryAxis, valueAxis]).flatMap(({ majorTickMark, minorTickMark }) => [
        majorTickMark.toLowerCase(),
        minorTickMark.toLowerCase(),
      ]),
      font,
      labels: series.map(({ hasDataLabels }) => hasDataLabels),
      unit: valueAxis.title.visible ? valueAxis.title.text : '',
    }),
  );

/** What stands in the parts of an .xlsx, found as Excel finds it: sheet → drawing → chart. */
export const chartsInFile = (bytes: Uint8Array, sheet: string): readonly SeenChart[] => {
  const parts = unzipSync(bytes);
  const tree = (part: string) => xmlTree(new TextDecoder().decode(parts[part]));
  const follow = (part: string, id: string): string => {
    const rels = tree(posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`));
    const [found, ...more] = all(rels, 'Relationship').filter(({ attributes }) => attributes.get('Id') === id);
    if (found === undefined || more.length > 0)
      throw new Error(`chartsInFile: ${more.length + 1} times ${id} in ${part}`);
    const target = found.attributes.get('Target') ?? '';
    const name = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
    if (parts[name] === undefined) throw new Error(`chartsInFile: ${part} leads to ${name}, which is not there`);
    return name;
  };
  const tab = all(tree('xl/workbook.xml'), 'sheet').find(({ attributes }) => attributes.get('name') === sheet);
  if (tab === undefined) throw new Error(`chartsInFile: no sheet ${sheet}`);
  const sheetPart = follow('xl/workbook.xml', tab.attributes.get('r:id') ?? '');
  return all(tree(sheetPart), 'drawing').flatMap((drawing) => {
    const drawingPart = follow(sheetPart, drawing.attributes.get('r:id') ?? '');
    return all(tree(drawingPart), 'twoCellAnchor').map((anchor) => {
      const [start, end] = ['from', 'to'].map((name) => all(anchor, name)[0]);
      const at = (place: XmlNode | undefined, name: string): number => Number(textIn(place, name));
      const chart = tree(follow(drawingPart, all(anchor, 'chart')[0]?.attributes.get('r:id') ?? ''));
      return {
        anchor: {
          top: at(start, 'row'),
          left: at(start, 'col'),
          bottom: at(end, 'row') - 1,
          right: at(end, 'col') - 1,
        },
        ...chartOf(chart),
      };
    });
  });
};

const emuPerPoint = 12_700;

const chartOf = (chart: XmlNode): Omit<SeenChart, 'anchor'> => {
  const value = (node: XmlNode | undefined, ...path: readonly string[]): string =>
    path
      .reduce<XmlNode | undefined>((one, name) => one?.children.find((child) => child.name === name), node)
      ?.attributes.get('val') ?? '';
  const [bars, category, scale] = ['barChart', 'catAx', 'valAx'].map((name) => all(chart, name)[0]);
  const number = value(scale, 'scaling', 'max');
  const [isLine, isRadar] = ['lineChart', 'radarChart'].map((name) => all(chart, name).length > 0);
  const kindOfLines = isRadar === true ? 'radar' : isLine === true ? 'line' : undefined;
  return {
    kind: kindOfLines ?? { bar: 'bar', col: 'column' }[value(bars, 'barDir')] ?? value(bars, 'barDir'),
    title: textIn(all(chart, 'title')[0], 't'),
    categories: all(chart, 'ser').map((series) => textIn(all(series, 'cat')[0], 'f')),
    series: all(chart, 'ser').map((series) => ({
      name: textIn(all(series, 'tx')[0], 'v'),
      values: textIn(all(series, 'val')[0], 'f'),
      color: (all(series, 'srgbClr')[0]?.attributes.get('val') ?? '').toUpperCase(),
    })),
    ...(kindOfLines !== undefined
      ? {
          overlap: undefined,
          gapWidth: undefined,
          lines: all(chart, 'ser').map(
            (series) =>
              `${Number(all(series, 'ln')[0]?.attributes.get('w')) / emuPerPoint} ${value(series, 'marker', 'symbol')}`,
          ),
        }
      : // Absent is 0 by the schema.
        { overlap: Number(value(bars, 'overlap')), gapWidth: Number(value(bars, 'gapWidth')), lines: [] }),
    scale:
      number === ''
        ? undefined
        : {
            from: Number(value(scale, 'scaling', 'min')),
            to: Number(number),
            format: all(scale, 'numFmt')[0]?.attributes.get('formatCode') ?? '',
          },
    fromTheTop: value(category, 'scaling', 'orientation') === 'maxMin' && value(scale, 'crosses') === 'max',
    legend: { b: 'bottom' }[value(all(chart, 'legend')[0], 'legendPos')] ?? '',
    gridlines: all(chart, 'majorGridlines').length > 0,
    ticks: (isRadar === true ? [] : [category, scale]).flatMap((axis) => [
      value(axis, 'majorTickMark'),
      value(axis, 'minorTickMark'),
    ]),
    font: all(chart.children.at(-1)?.children.at(-1), 'latin')[0]?.attributes.get('typeface') ?? '',
    labels: all(chart, 'ser').map((series) => value(all(series, 'dLbls')[0], 'showVal') === '1'),
    unit: textIn(all(scale, 'title')[0], 't'),
  };
};

interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  readonly text: string;
}

const xmlTree = (xml: string): XmlNode => {
  const root: XmlNode = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  const tags = xmlTags(xml);
  tags.forEach(({ name, kind, attributes, end }, place) => {
    if (kind === 'close') {
      open.pop();
      return;
    }
    const text = kind === 'empty' ? '' : plainText(xml.slice(end, tags[place + 1]?.start));
    const node: XmlNode = { name, attributes, children: [], text };
    open.at(-1)?.children.push(node);
    if (kind === 'open') open.push(node);
  });
  return root;
};

const all = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  (node?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

const textIn = (node: XmlNode | undefined, name: string): string => all(node, name)[0]?.text ?? '';
