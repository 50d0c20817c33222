import { sha256Hex } from '../../../kernel';
import { FileFault } from '../fault';
import { partText, setText } from '../package/parts';
import { unpack, zipDirectory } from '../package/zip';

/**
 * The mark of a workbook that was written whole by us: two custom properties, which Excel keeps when it saves the file.
 * `origin` says of what it was made; the fingerprint is of every part but the one that holds the mark, so that whatever is
 * typed, formatted or saved by another program shows.
 */
export interface FileMark {
  /** 64 hexadecimal digits that stand for what the file was made of; the writer chooses them. */
  readonly origin: string;
  /** False as soon as anything in the file is not as we wrote it. */
  readonly untouched: boolean;
}

const markPart = 'docProps/custom.xml';
const originProperty = 'IncentiveScoreOrigin';
const fingerprintProperty = 'IncentiveScoreFingerprint';
const blank = '0'.repeat(64);

/** The properties to write a workbook with, before its parts are known; {@link markParts} completes them. */
export const markProperties = (origin: string): Readonly<Record<string, string>> => ({
  [originProperty]: origin,
  [fingerprintProperty]: blank,
});

/** Completes the mark once every other part is as it will be packed. */
export const markParts = (parts: Map<string, Uint8Array>): void => {
  setText(parts, markPart, partText(parts, markPart).replace(blank, fingerprintOf([...parts])));
};

/** The mark of a workbook file; undefined when it bears none, or is no whole zip any more. */
export const readFileMark = (bytes: Uint8Array): FileMark | undefined => {
  try {
    const parts = [...zipDirectory(bytes)].map(([name, entry]) => [name, unpack(bytes, entry)] as const);
    const mark = new TextDecoder().decode(new Map(parts).get(markPart));
    const origin = propertyIn(mark, originProperty);
    const fingerprint = propertyIn(mark, fingerprintProperty);
    if (origin === undefined || fingerprint === undefined) return undefined;
    return { origin, untouched: fingerprint === fingerprintOf(parts) };
  } catch (cause) {
    if (cause instanceof FileFault) return undefined;
    throw cause;
  }
};

const propertyIn = (xml: string, name: string): string | undefined =>
  new RegExp(`name="${name}"[^>]*>\\s*<vt:lpwstr>([0-9a-f]{64})</vt:lpwstr>`).exec(xml)?.[1];

const fingerprintOf = (parts: readonly (readonly [name: string, bytes: Uint8Array])[]): string =>
  sha256Hex(
    parts
      .filter(([name]) => name !== markPart)
      .map(([name, bytes]) => `${sha256Hex(bytes)} ${name}\n`)
      .sort()
      .join(''),
  );
