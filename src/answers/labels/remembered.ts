/** Most texts one reading remembers; a hostile workbook must not fill the memory. */
const mostTexts = 4000;

/** The same reading, asked once per text: the labels of a table repeat on every row. */
export const remembered = <Meaning>(read: (text: string) => Meaning): ((text: string) => Meaning) => {
  const known = new Map<string, Meaning>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before ?? read(text);
    const meaning = read(text);
    if (known.size < mostTexts && text.length <= 200) known.set(text, meaning);
    return meaning;
  };
};
