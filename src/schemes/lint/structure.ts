import { alternativeOf, goalsOf, grants, wholeOf } from '../counting';
import { blockKey, blockName, indicatorId } from '../names';
import type { Indicator, Scheme, SchemeHead } from '../scheme';
import type { Linter } from './linter';

/**
 * The better of alternatives needs two of them, told apart by ア, イ, …; an indicator of one measure is a sum
 * (rules/grants.md#best-of-alternatives).
 */
export const alternatives: Linter<Scheme> = {
  name: 'alternatives',
  check: ({ indicators }) =>
    indicators
      .filter(({ combine }) => combine === 'best-of-alternatives')
      .flatMap(({ id: place, criteria }) => [
        ...(new Set(criteria.map(alternativeOf)).size >= 2
          ? []
          : [
              {
                place,
                message: '「高い方」とする選択肢が一つしかありません（選択肢 1 ＜ 2）。合計（sum）としてください',
              },
            ]),
        ...criteria
          .filter((criterion) => criterion.measure !== alternativeOf(criterion))
          .map((criterion) => ({
            place: criterion.id,
            message: `選択肢「${criterion.measure ?? '（なし）'}」≠ 枝番「${criterion.label}」の「${alternativeOf(criterion)}」`,
          })),
      ]),
};

/** What the rule reads of a scheme or of national figures. */
interface Citing {
  readonly documents: readonly { readonly id: string }[];
}

/** Every source names a declared document, and every declared document is used: each number can be looked up. */
export const citations: Linter<Citing> = {
  name: 'citations',
  check: (subject) => {
    const declared = subject.documents.map(({ id }) => id);
    const cited = citedIn(subject);
    const known = new Set(declared);
    return [
      ...[...cited]
        .filter((id) => !known.has(id))
        .map((id) => ({
          place: id,
          message: `出典「${id}」が documents にありません（登録済み：${declared.join('・')}）`,
        })),
      ...[...known]
        .filter((id) => !cited.has(id))
        .map((id) => ({ place: id, message: `文書「${id}」はどこからも引かれていません` })),
      ...declared
        .filter((id, at) => declared.indexOf(id) !== at)
        .map((id) => ({ place: id, message: `文書のID「${id}」が二度使われています` })),
    ];
  },
};

/** Ids of all `source.document`, wherever a source stands; the shape itself was checked by the schema. */
const citedIn = (root: object): ReadonlySet<string> => {
  const found = new Set<string>();
  const open = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if ('document' in value && typeof value.document === 'string') found.add(value.document);
    for (const inner of Object.values(value)) if (isObject(inner)) open.push(inner);
  }
  return found;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

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

/** The indicators of a goal × group are numbered 1, 2, … n, in this order: sheets print them as they stand. */
export const numbering: Linter<Scheme> = {
  name: 'numbering',
  check: ({ indicators }) => {
    const blocks = new Map<string, Indicator[]>();
    for (const indicator of indicators) {
      const key = blockKey(indicator);
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [indicator]);
      else block.push(indicator);
    }
    return [...blocks.values()].flatMap((block) =>
      block
        .map((indicator, at) => ({ indicator, due: at + 1 }))
        .filter(({ indicator, due }) => indicator.number !== due)
        .map(({ indicator, due }) => ({
          place: indicator.id,
          message: `${blockName(indicator)}の指標番号 ${indicator.number} ≠ 順番どおりの番号 ${due}`,
        })),
    );
  },
};

/** An id of an indicator or criterion stands once in a year; the answers are kept by it. */
export const uniqueIds: Linter<Scheme> = {
  name: 'unique-ids',
  check: ({ indicators }) => {
    const seen = new Set<string>();
    return indicators
      .flatMap(({ id, criteria }) => [id, ...criteria.map((criterion) => criterion.id)])
      .filter((id) => {
        const repeated = seen.has(id);
        seen.add(id);
        return repeated;
      })
      .map((id) => ({ place: id, message: `ID「${id}」が二度使われています` }));
  },
};

/** Both grants have goals, and whatever is declared can bring points: rates are points divided by them. */
export const somethingToEarn: Linter<SchemeHead> = {
  name: 'something-to-earn',
  check: (scheme) => [
    ...grants
      .filter((grant) => goalsOf(scheme, grant).length === 0)
      .map((grant) => ({ place: blockName(wholeOf(grant)), message: '交付金の目標がありません（0件 ＜ 1件）' })),
    ...scheme.goals
      .flatMap(({ grant, goal, maxPoints, groups }) => [
        { place: blockName({ grant, goal, group: null }), maxPoints },
        ...groups.map((part) => ({ place: blockName({ grant, goal, group: part.group }), maxPoints: part.maxPoints })),
      ])
      .flatMap(nothingToEarn),
  ],
};

/** The same for every indicator and criterion. */
export const criteriaToEarn: Linter<Scheme> = {
  name: 'something-to-earn',
  check: ({ indicators }) =>
    indicators
      .flatMap(({ id, maxPoints, criteria }) => [
        { place: id, maxPoints },
        ...criteria.map((criterion) => ({ place: criterion.id, maxPoints: criterion.points })),
      ])
      .flatMap(nothingToEarn),
};

const nothingToEarn = ({ place, maxPoints }: { readonly place: string; readonly maxPoints: number }) =>
  maxPoints > 0 ? [] : [{ place, message: `配点が${maxPoints}点です（1点以上としてください）` }];
