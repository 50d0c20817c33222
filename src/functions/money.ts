import { estimateGrant, shareBudget } from '../allocation';
import { wholeNumbersLike, yen } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import type { Grant } from '../schemes';
import { nameIn, readExcelValue, readOneNumber, readNumbers, readYear, refuseUntold, untoldCell } from './arguments';

/**
 * GRANT: 試算 of one grant from its points and the insured persons, as a row of amount, lower and upper bound in yen,
 * and the word 試算, so that no figure goes about without it. Where the band is too wide for one amount, its cell says so
 * in words: a formula that reckons with it fails, instead of going on with a figure nobody can stand for.
 */
export const estimatedGrant = (
  pointsArgument: unknown,
  insuredArgument: unknown,
  yearArgument: unknown,
  grantArgument: unknown,
): Result<(number | string)[][]> => {
  const points = readOneNumber(pointsArgument, '得点 / points');
  if (!points.ok) return points;
  const insured = readOneNumber(insuredArgument, '第1号被保険者数 / insured');
  if (!insured.ok) return insured;
  const year = readYear(yearArgument);
  if (!year.ok) return year;
  const grant = readGrantArgument(grantArgument);
  if (!grant.ok) return grant;
  const amount = estimateGrant(points.value, insured.value, year.value, grant.value);
  if (!amount.ok) return amount;
  const { yen, low, high } = amount.value;
  return ok([[yen === null ? bandOnly : Number(yen), Number(low), Number(high), '試算']]);
};

const bandOnly = '幅のみ';

const readGrantArgument = (argument: unknown): Result<Grant> => {
  const text = nameIn(readExcelValue(argument));
  if (/^(?:p|推進|promotion)/i.test(text)) return ok('promotion');
  if (/^(?:s|支援|support)/i.test(text)) return ok('support');
  return refuse(problem('function-unknown-grant', { found: text }));
};

/** SHARE: a budget in whole yen, split by weights in the shape of their range; the shares add up to the budget (largest remainder). */
export const shareYen = (budgetArgument: unknown, weightsArgument: unknown): Result<(number | string)[][]> => {
  const budget = readOneNumber(budgetArgument, '配分額 / budget');
  if (!budget.ok) return budget;
  if (!Number.isSafeInteger(budget.value) || budget.value < 0) {
    return wrong('配分額 / budget', String(budget.value), '0以上の整数 / whole yen');
  }
  const rows = readNumbers(weightsArgument, '重み / weights');
  if (!rows.ok) return rows;
  const untold = untoldCell(rows.value);
  if (untold !== undefined) return refuseUntold('重み / weights', untold);
  const given = rows.value.flat().map((weight) => (weight === 'zero-or-empty' ? null : weight));
  const negative = given.find((weight) => weight !== null && weight < 0);
  if (negative !== undefined) return wrong('重み / weights', String(negative), '0以上 / not negative');
  const weights = wholeNumbersLike(given.map((weight) => weight ?? 0));
  if (weights === undefined) return wrong('重み / weights', 'E', '桁が広すぎます / too wide a range');
  if (weights.every((weight) => weight === 0n)) return refuse(problem('function-weights-zero'));
  const shared = shareBudget(yen(BigInt(budget.value)), weights);
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
