import { share } from '../allocation';
import { ok, problem, refuse, yen, type Result } from '../kernel';
import { readNumber, readNumbers } from './readNumbers';

/** SHARE: a budget in whole yen, split by weights in the shape of their range; the shares add up to the budget (largest remainder). */
export const shareYen = (budgetArgument: unknown, weightsArgument: unknown): Result<(number | string)[][]> => {
  const budget = readNumber(budgetArgument, '配分額 / budget');
  if (!budget.ok) return budget;
  if (!Number.isSafeInteger(budget.value) || budget.value < 0) {
    return wrong('配分額 / budget', String(budget.value), '0以上の整数 / whole yen');
  }
  const rows = readNumbers(weightsArgument, '重み / weights');
  if (!rows.ok) return rows;
  const given = rows.value.flat();
  const negative = given.find((weight) => weight !== null && weight < 0);
  if (negative !== undefined) return wrong('重み / weights', String(negative), '0以上 / not negative');
  const weights = exactly(given.map((weight) => weight ?? 0));
  if (weights === undefined) return wrong('重み / weights', 'E', '桁が広すぎます / too wide a range');
  if (weights.every((weight) => weight === 0n)) return refuse(problem('function-weights-zero'));
  const shared = share(yen(BigInt(budget.value)), weights);
  if (!shared.ok) return shared;
  const shares = shared.value[Symbol.iterator]();
  return ok(
    rows.value.map((row) =>
      row.map((weight) => {
        const amount = Number(shares.next().value ?? 0n);
        return weight === null ? '' : amount;
      }),
    ),
  );
};

const wrong = (name: string, found: string, expected: string) =>
  refuse(problem('function-not-a-number', { found, expected }, { name }));

/** More digits than this after or before the point are no weights anybody means. */
const mostDigits = 30;

/** Decimal weights as whole numbers in the same proportion: 0.1 and 2.25 become 10 and 225. */
const exactly = (weights: readonly number[]): readonly bigint[] | undefined => {
  const parsed = weights.map((weight) => {
    const [, whole = '0', decimals = '', exponent = '0'] =
      /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(weight)) ?? [];
    return { digits: BigInt(whole + decimals), power: Number(exponent) - decimals.length };
  });
  const least = Math.min(0, ...parsed.map(({ power }) => power));
  const most = Math.max(0, ...parsed.map(({ power }) => power));
  if (most - least > mostDigits) return undefined;
  return parsed.map(({ digits, power }) => digits * 10n ** BigInt(power - least));
};
