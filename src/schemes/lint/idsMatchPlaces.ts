import { indicatorId } from '../names';
import type { Scheme } from '../schema';
import type { Linter } from './linter';

/** An id says where its indicator stands: P2a1 = 推進 目標Ⅱ 活動 指標1, and P2a1b3 its イ③ (rules/design.md#names). */
export const idsMatchPlaces: Linter<Scheme> = {
  name: 'ids-match-places',
  check: ({ indicators }) =>
    indicators.flatMap((indicator) => {
      const { id, criteria } = indicator;
      const expected = indicatorId(indicator, indicator.number);
      return [
        ...(id === expected
          ? []
          : [{ place: id, message: `指標のID「${id}」≠ 交付金・目標・指標群・番号から「${expected}」` }]),
        ...criteria
          .map((criterion) => ({ criterion, due: `${id}${suffixOf(criterion.label)}` }))
          .filter(({ criterion, due }) => criterion.id !== due)
          .map(({ criterion, due }) => ({
            place: criterion.id,
            message: `枝番のID「${criterion.id}」≠ 枝番「${criterion.label}」から「${due}」`,
          })),
      ];
    }),
};

const suffixOf = (label: string): string => {
  const letter = 'abcdefgh'.charAt('アイウエオカキク'.indexOf(label.charAt(0)));
  const digit = '①②③④⑤⑥⑦⑧⑨'.indexOf(label.charAt(1)) + 1;
  return label.length > 1 ? `${letter}${digit}` : letter;
};
