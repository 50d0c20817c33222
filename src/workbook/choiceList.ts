/** Excel keeps a drop-down list in one text of at most 255 units. */
const longestList = 255;

/**
 * The words of a drop-down list as Excel keeps them, parted by commas. Lists are ours, so one that Excel could not hold
 * — no words, a comma inside one, more than 255 units, a beginning that makes it a formula — is a bug and throws.
 */
export const choiceList = (values: readonly string[]): string => {
  const list = values.join(',');
  const fault =
    values.length === 0
      ? 'no words'
      : values.some((value) => value === '' || value.includes(','))
        ? 'a comma in a word, or an empty one'
        : list.startsWith('=')
          ? 'Excel would take it for a formula'
          : list.replaceAll('"', '""').length > longestList
            ? `more than ${longestList} units`
            : undefined;
  if (fault !== undefined) throw new Error(`choiceList: ${fault}: ${list.slice(0, 300)}`);
  return list;
};
