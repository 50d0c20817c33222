import type { FigureSource } from '../../workbook';
import { fromTableRow } from './tableSources';
import { fromSettings } from './toldSources';
import type { ScoredResults } from '../../evaluation';

/** Where 第1号被保険者数 comes from: 設定 comes first, then the workbook of answers, then the national table. */
export const insuredSource = ({ money: { settings }, subject, nation }: ScoredResults): FigureSource => {
  if (settings?.insured !== undefined) return fromSettings(settings, 'insured');
  if (subject === 'nation') return fromTableRow(nation, '第1号被保険者数');
  const otherwise = nation === undefined ? '' : '（なければ全国集計表の値）';
  return { kind: 'told', text: `第1号被保険者数：回答のブックに書かれた値です${otherwise}。` };
};
