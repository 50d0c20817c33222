import { share } from '../allocation';
import { ok, problem, refuse, wholeNumbersLike, yen, type Result } from '../kernel';
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
  const weights = wholeNumbersLike(given.map((weight) => weight ?? 0));
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
