import type { MunicipalityResult, Results } from '../../evaluation';
import { blockName, grants, wholeOf, type BlockPlace } from '../../schemes';
import { pointsRows, blockOfRow, rowNames } from '../../years';
import { cellKeys } from '../cellKeys';
import { endOf } from './bothEnds';
import type { Checked } from './criteriaControls';
import { knownSum, termIn, type Control, type Term } from './controls';
import { mostCompared } from './peers';
import { scoreTerm } from './pointsControls';

/*
 * What the papers and the sheets for machines print once more: the points of the sheet 得点, in a text or in columns of their
 * own. They are held against 得点, and the sums of 比較団体 and 機械可読 against their own parts.
 */

/** The figures of one municipality, on every sheet that is written along. */
export const paperControls = (
  results: Results,
  municipality: MunicipalityResult,
  checked: Checked,
): readonly Control[] =>
  results.subject === 'facts'
    ? []
    : [
        ...summaryControls(checked),
        ...blockControls('協議会資料', 'council', municipality, checked),
        ...blockControls('資料B', 'paperB', municipality, checked),
        ...peerControls(checked),
        ...openDataControls(checked),
      ];

/** A control that two sheets print one figure. */
const same = (label: string, term: Term | undefined, printed: Term | undefined): readonly Control[] =>
  knownSum(label, [term], printed);

/** 概況: this year's points, and this year less last year. */
const summaryControls = (checked: Checked): readonly Control[] => {
  const { printed, at } = checked;
  if (at > 0) return [];
  return pointsRows.flatMap((row) => {
    const [now, before, change] = (['now', 'before', 'change'] as const).map((what) =>
      termIn(printed.find('summary', cellKeys.summary(what, row))),
    );
    return [
      ...same(`概況の${rowNames[row]}の得点 ＝ 得点`, scoreTerm(checked, blockOfRow(row)), now),
      // Points of unlike maxima have no difference, and a sentence says so.
      ...(now === undefined || before === undefined || change === undefined || endOf(change, 'low') === undefined
        ? []
        : [changeControl(rowNames[row], now, before, change)]),
    ];
  });
};

const changeControl = (name: string, now: Term, before: Term, printed: Term): Control => ({
  label: `概況の${name}の増減 ＝ 今年度－前年度`,
  operation: 'difference',
  terms: [now, before],
  printed,
  style: 'signed-integer',
});

/** Goals, grants and total of a paper against 得点: 協議会資料 and 資料B, both editions of them. */
const blockControls = (
  name: string,
  marker: 'council' | 'paperB',
  { blocks }: MunicipalityResult,
  checked: Checked,
): readonly Control[] => {
  if (checked.at > 0) return [];
  return blocks
    .filter(({ block }) => block.group === null)
    .flatMap(({ block }) =>
      checked.printed
        .findAll(marker, cellKeys.onPaper(block))
        .flatMap((found) => same(`${name}の${blockName(block)} ＝ 得点`, scoreTerm(checked, block), termIn(found))),
    );
};

/** 比較団体: the own total as 得点 has it, everybody's as the sum of both grants. */
const peerControls = (checked: Checked): readonly Control[] => {
  const { printed, at } = checked;
  const of = (column: number, block: BlockPlace) =>
    printed.findAll('peers', cellKeys.peer(column, block)).map((found) => termIn(found))[0];
  const sums = (column: number): readonly Control[] =>
    knownSum(
      `比較団体の総得点（${column + 1}列目） ＝ 推進計＋支援計`,
      grants.map((grant) => of(column, wholeOf(grant))),
      of(column, wholeOf(null)),
    );
  const others = at > 0 ? [] : Array.from({ length: mostCompared }, (_, column) => sums(column)).flat();
  return [...same('比較団体の総得点 ＝ 得点', scoreTerm(checked, wholeOf(null)), of(at, wholeOf(null))), ...others];
};

/** 機械可読: both ends of the total as 得点 has them, and as the sum of both grants. */
const openDataControls = (checked: Checked): readonly Control[] => {
  const { printed, at } = checked;
  const of = (end: 'least' | 'most', block: BlockPlace) =>
    termIn(printed.find('openData', cellKeys.openData(end, at, block)));
  const total = scoreTerm(checked, wholeOf(null));
  const [least, most] = (['least', 'most'] as const).map((end) => of(end, wholeOf(null)));
  if (least === undefined || most === undefined) return [];
  const both: Term = { ...least, value: '', ends: { low: least, high: most } };
  return [
    ...same('機械可読の総得点 ＝ 得点', total, total?.ends === undefined ? least : both),
    ...(['least', 'most'] as const).flatMap((end) =>
      knownSum(
        `機械可読の総得点の${end === 'least' ? '下限' : '上限'} ＝ 推進＋支援`,
        grants.map((grant) => of(end, wholeOf(grant))),
        of(end, wholeOf(null)),
      ),
    ),
  ];
};
