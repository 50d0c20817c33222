import { insertBefore } from './insertBefore';
import { partText } from './packParts';
import { xmlTags, xmlText } from './xmlTags';

const typesPart = '[Content_Types].xml';

/** What the package says its parts are, by part name; kinds of files, which have no entry of their own, are left out. */
export const contentTypes = (parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> =>
  new Map(
    xmlTags(partText(parts, typesPart)).flatMap(({ name, attributes }) => {
      const part = attributes.get('PartName')?.replace(/^\//, '');
      return name === 'Override' && part !== undefined ? [[part, attributes.get('ContentType') ?? ''] as const] : [];
    }),
  );

/** Says what a part is that was added. */
export const addContentType = (parts: Map<string, Uint8Array>, part: string, type: string): void => {
  const entry = `<Override PartName="/${xmlText(part)}" ContentType="${xmlText(type)}"/>`;
  insertBefore(parts, typesPart, '</Types>', entry);
};
