import type { ZipEntry } from './package/zip';

/** Tells how far a reading has come: some work done, of so much in all. */
export type Tell = (done: number, total: number) => void;

/** Called while a part is `unpacked` or `walked` over, with how many of its unpacked bytes have been. */
export type BytesPassed = (doing: 'unpacked' | 'walked', part: string, bytes: number) => void;

/** Each byte of these parts is unpacked and then walked over. A part that is walked over twice counts once. */
export const bytesPassed = (parts: readonly ZipEntry[], tell: Tell): BytesPassed => {
  const total = parts.reduce((sum, { bytes }) => sum + 2 * bytes, 0);
  const names = new Set(parts.map(({ name }) => name));
  const furthest = new Map<string, number>();
  let done = 0;
  return (doing, part, bytes) => {
    const key = `${doing} ${part}`;
    const more = bytes - (furthest.get(key) ?? 0);
    if (more <= 0 || !names.has(part)) return;
    furthest.set(key, bytes);
    done += more;
    tell(done, total);
  };
};
