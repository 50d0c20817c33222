import { singleReports, standingReports } from '../../src/report';
import type { DefinedName } from '../../src/workbook';

/** The two names that a sheet of ours bears. */
const owned = (sheet: string, marker: string, range = '$A$1:$H$40'): readonly DefinedName[] => [
  { name: `_INCENTIVE_${marker}`, refersTo: `'${sheet}'!${range}`, sheet },
  { name: `_INCENTIVE_${marker}_hash`, refersTo: '="0123456789abcdef"', sheet },
];
const standing = (...names: readonly (readonly DefinedName[])[]): readonly string[] => [
  ...standingReports(names.flat()),
];

test.each([
  ['a', 'paperAR7'],
  ['a', 'paperAR8FrameBefore'],
  ['b', 'paperBR7'],
  ['analysis', 'analysis'],
  ['prefecture', 'prefecture'],
  ['charts', 'chartsGRDY'],
  ['data', 'openData'],
  ['data', 'openDataCriteria'],
  ['summary', 'summary'],
  ['council', 'councilR8R'],
  ['trend', 'trendY2'],
  ['criteria-list', 'criteriaListR7'],
  ['improvement', 'improvementR8'],
  ['peers', 'peersR8N3'],
])('report %s stands where the marker %s does, whatever the sheet is called', (report, marker) => {
  expect(standing(owned('課長用', marker))).toEqual([report]);
});

test('the result sheets, the answer form and names of others are no reports', () => {
  const mine = [{ name: 'paperAR7', refersTo: "'得点'!$A$1:$B$2", sheet: '得点' }];
  expect(standing(owned('得点', 'score'), owned('回答', 'form'), mine)).toEqual([]);
});

test('a marker that is broken, copied to another sheet or without a sheet counts as none', () => {
  const [marker] = owned('資料A', 'paperAR7');
  if (marker === undefined) throw new Error('no marker');
  expect(standing([{ ...marker, refersTo: '#REF!' }])).toEqual([]);
  expect(standing([{ ...marker, sheet: '資料A (2)' }])).toEqual([]);
  expect(standing([{ name: marker.name, refersTo: marker.refersTo }])).toEqual([]);
});

test('the emptied sheet of a write that was taken back is no report', () => {
  expect(standing(owned('資料A', 'paperAR7', '$A$1'))).toEqual([]);
});

test('several reports come in the order a person is shown them', () => {
  const all = [
    'peersR8N3',
    'improvementR7',
    'criteriaListR7',
    'actionPlan',
    'openData',
    'trendY3',
    'summary',
    'councilR7R',
    'charts',
    'prefecture',
    'analysis',
    'paperBR7',
    'paperAR7',
  ];
  expect(standing(...all.map((marker) => owned(marker, marker)))).toEqual([...singleReports]);
});
