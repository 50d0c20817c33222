/** A number with the separators of the language. */
export const count = (value: number): string => value.toLocaleString('en-US');
