/**
 * The sixth digit of a local government code: (11 − Σ dᵢ × (6, 5, 4, 3, 2) mod 11) mod 10
 * (総務省「全国地方公共団体コード」; rules/bad-inputs.md#b042). Takes the first five digits.
 */
export const checkDigitOf = (digits: string): string => {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits.charAt(place)), 0);
  return String((11 - (sum % 11)) % 10);
};

const weights = [6, 5, 4, 3, 2];
