/** Makes a value at its first use and keeps it: the register's indexes cost nothing until someone asks. */
export const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
