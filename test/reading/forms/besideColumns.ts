import type { Scheme } from '../../../src/schemes';
import type { CellValue } from '../../../src/workbook';
import type { Column } from './answerColumns';
import type { Draw } from './draw';
import type { Item } from './items';
import type { Truth } from './truth';

const remarks = [
  '要確認',
  '第9期計画に記載',
  '地域ケア会議で検討',
  '担当課に照会中',
  '前年度から継続',
  '○○会議資料参照',
  '対象外',
];

/** Columns that say something else: notes, figures, who is in charge, whether somebody checked it, points earned. */
export const drawBeside = (
  draw: Draw,
  scheme: Scheme,
  truth: Truth,
  { mayContradict, odd }: { readonly mayContradict: boolean; readonly odd: number },
): { readonly columns: readonly Column[]; readonly kinds: readonly string[]; readonly contradicts: boolean } => {
  const columns: Column[] = [];
  const kinds: string[] = [];
  const add = (kind: string, ...more: readonly Column[]): void => {
    columns.push(...more);
    kinds.push(kind);
  };
  let contradicts = false;
  if (draw.chance(odd)) {
    const said = new Map<string, CellValue>();
    const remark = (id: string): CellValue => {
      const known = said.get(id) ?? (draw.chance(0.15) ? draw.one(remarks) : '');
      said.set(id, known);
      return known === '' ? null : known;
    };
    add('notes', {
      header: draw.one(['備考', '特記事項', 'メモ', '根拠資料', '']),
      cell: ({ criterion }) => remark(criterion.id),
    });
  }
  if (draw.chance(odd * 0.6)) {
    const [over, under] = draw.one([
      ['分子', '分母'],
      ['実績値', '対象者数'],
    ] as const);
    const figure = (item: Item, most: number): CellValue =>
      item.indicator.rule.kind === 'marked' ? null : (item.criterion.id.charCodeAt(2) * 7 + item.number * 13) % most;
    add(
      'figures',
      { header: over, cell: (item) => figure(item, 97) },
      { header: under, cell: (item) => figure(item, 977) },
    );
  }
  if (draw.chance(odd * 0.4)) {
    add('in charge', {
      header: '担当課',
      cell: ({ indicator }) => (indicator.number % 2 === 0 ? '介護保険課' : '高齢福祉課'),
    });
  }
  if (draw.chance(odd * 0.4)) {
    const full = draw.chance(0.5);
    const tick = draw.one(['済', 'レ', '○']);
    add('checked', {
      header: draw.one(['確認', '確認欄', '係長確認']),
      cell: ({ criterion }) => (full || criterion.id.charCodeAt(2) % 2 === 0 ? tick : null),
    });
  }
  if (draw.chance(odd * 0.6)) {
    // Only where every criterion met brings its points: not among alternatives.
    const marked = scheme.indicators.filter(({ rule }) => rule.kind === 'marked').flatMap(({ criteria }) => criteria);
    const met = marked.filter(({ id }) => truth.met.has(id)).map(({ id }) => id);
    const wrong = new Set(mayContradict && draw.chance(0.4) ? draw.some(met, draw.between(1, 3)) : []);
    contradicts = wrong.size > 0;
    add(contradicts ? 'points earned, wrong' : 'points earned', {
      header: draw.one(['得点', '評価点', '自己採点']),
      cell: ({ criterion }) => (truth.met.has(criterion.id) && !wrong.has(criterion.id) ? criterion.points : 0),
    });
  }
  return { columns, kinds, contradicts };
};
