/** The size class (1 = smallest) of so many insured persons; a bound itself belongs to the class above: 100,000 is class 5. */
export const sizeClassOf = (insured: number, from: readonly number[]): number => {
  let sizeClass = 1;
  for (const bound of from) if (insured >= bound) sizeClass += 1;
  return sizeClass;
};
