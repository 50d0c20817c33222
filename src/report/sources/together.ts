import type { FigureSource } from '../../workbook';

/**
 * Several figures in one cell: kind and place of the first that is known, and where each comes from, those of one origin
 * named together. Undefined where none is known.
 */
export const together = (
  ...figures: readonly (readonly [what: string, source: FigureSource | undefined])[]
): FigureSource | undefined => {
  const known = figures.flatMap(([what, source]) => (source === undefined ? [] : [{ what, source }]));
  const [first] = known;
  if (first === undefined || known.length === 1) return first?.source;
  const named = new Map<string, readonly string[]>();
  for (const { what, source } of known) {
    const [own = ''] = source.text.split('：', 1);
    const text = what.endsWith(own) ? source.text.slice(own.length + 1) : source.text;
    named.set(text, [...(named.get(text) ?? []), what]);
  }
  return { ...first.source, text: [...named].map(([text, names]) => `${names.join('・')}：${text}`).join('') };
};
