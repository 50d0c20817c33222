import { estimateGrant } from '../allocation';
import { foldText, ok, problem, refuse, type Result } from '../kernel';
import type { Grant } from '../schemes';
import { readNumber } from './readNumbers';
import { readCell } from './readRange';
import { readYear } from './readYear';

/**
 * GRANT: 試算 of one grant from its points (0–400) and the insured persons, as a row of amount, lower and upper bound in yen,
 * and the word 試算, so that no figure goes about without it.
 */
export const estimatedGrant = (
  pointsArgument: unknown,
  insuredArgument: unknown,
  yearArgument: unknown,
  grantArgument: unknown,
): Result<readonly (readonly (number | string)[])[]> => {
  const points = readNumber(pointsArgument, '得点 / points');
  if (!points.ok) return points;
  const insured = readNumber(insuredArgument, '第1号被保険者数 / insured');
  if (!insured.ok) return insured;
  const year = readYear(yearArgument);
  if (!year.ok) return year;
  const grant = readGrantArgument(grantArgument);
  if (!grant.ok) return grant;
  const amount = estimateGrant(points.value, insured.value, year.value, grant.value);
  if (!amount.ok) return amount;
  const { yen, low, high } = amount.value;
  return ok([[Number(yen), Number(low), Number(high), '試算']]);
};

const readGrantArgument = (argument: unknown): Result<Grant> => {
  const value = readCell(argument);
  const text = value === null || value instanceof Date ? '' : foldText(String(value));
  if (/^(?:p|推進|promotion)/i.test(text)) return ok('promotion');
  if (/^(?:s|支援|support)/i.test(text)) return ok('support');
  return refuse(problem('function-unknown-grant', { found: text }));
};
