import { foldLabel } from '../kernel';
import { goalNumeral, grantLetters, grantNames, groupLetters, type GrantOrCommon } from './names';

const words =
  /^(推進|支援|共通)?(?:交付金)?(?:目標)?(ⅰ|ⅱ|ⅲ|ⅳ|iv|i{1,3}|[1-4])?(体制・取組|体制|取組|活動|成果)?(?:指標群|指標)?(\d{1,2})?$/;

const goals: ReadonlyMap<string, number> = new Map(
  ['i', 'ii', 'iii', 'iv'].flatMap((letters, place) => {
    const goal = place + 1;
    return [letters, goalNumeral(goal).toLowerCase(), String(goal)].map((written) => [written, goal] as const);
  }),
);

const groups = new Map([
  ['体制・取組', groupLetters.process],
  ['体制', groupLetters.process],
  ['取組', groupLetters.process],
  ['活動', groupLetters.activity],
  ['成果', groupLetters.outcome],
]);

const grants: readonly GrantOrCommon[] = ['promotion', 'support', 'common'];

/**
 * The beginnings of ids that a place in words may mean: 推進 → P, 推進Ⅰ → P1, 推進Ⅰ体制3 → P1p3; without a grant each that it
 * may be, 目標Ⅳ → P4, S4, C4. Empty when the words name no place.
 */
export const idsInWords = (text: string): readonly string[] => {
  const [found, grant, goal = '', group = '', number = ''] = words.exec(foldLabel(text)) ?? [];
  // A group belongs to a goal, and a number to a group.
  const isPlace = goal === '' ? grant !== undefined && group + number === '' : group !== '' || number === '';
  if (found === undefined || !isPlace) return [];
  const rest = `${goals.get(goal) ?? ''}${groups.get(group) ?? ''}${number}`;
  return grants
    .filter((one) => grant === undefined || grantNames[one].short === grant)
    .map((one) => grantLetters[one] + rest);
};
