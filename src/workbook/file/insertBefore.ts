import { FileFault } from './fileFault';
import { partText, setText } from './packParts';

/** Puts XML into a part, before the last place where `mark` stands; a part without it cannot be mended. */
export const insertBefore = (parts: Map<string, Uint8Array>, part: string, mark: string, added: string): void => {
  const xml = partText(parts, part);
  const place = xml.lastIndexOf(mark);
  if (place < 0) throw new FileFault('file-cannot-refresh', part);
  setText(parts, part, xml.slice(0, place) + added + xml.slice(place));
};
