/** Works a value out when it is first asked for: the reasons of 1,741 municipalities are rarely all wanted. */
export const onceAsked = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
