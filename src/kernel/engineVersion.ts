/** Printed with every result; the same as in package.json (tested). */
export const engineVersion = '0.1.0';
