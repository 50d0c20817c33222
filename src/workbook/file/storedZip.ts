/**
 * A zip whose parts are not compressed, for a reader in the same process: check sums are 0, which hucre takes as absent,
 * because the parts have been checked already and a sheet of 140 MB should not be summed twice.
 */
export const storedZip = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const encoder = new TextEncoder();
  const files = [...parts].map(([name, bytes]) => ({ name: encoder.encode(name), bytes }));
  const headers = files.reduce((sum, { name }) => sum + 30 + 46 + 2 * name.length, 22);
  const out = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes.length, headers));
  const view = new DataView(out.buffer);
  let place = 0;
  const starts = files.map(({ name, bytes }) => {
    const start = place;
    view.setUint32(start, 0x04034b50, true);
    writeCommon(view, start + 4, name.length, bytes.length);
    out.set(name, start + 30);
    out.set(bytes, start + 30 + name.length);
    place = start + 30 + name.length + bytes.length;
    return start;
  });
  const directory = place;
  files.forEach(({ name, bytes }, index) => {
    view.setUint32(place, 0x02014b50, true);
    view.setUint16(place + 4, 20, true);
    writeCommon(view, place + 6, name.length, bytes.length);
    view.setUint32(place + 42, starts[index] ?? 0, true);
    out.set(name, place + 46);
    place += 46 + name.length;
  });
  view.setUint32(place, 0x06054b50, true);
  view.setUint16(place + 8, files.length, true);
  view.setUint16(place + 10, files.length, true);
  view.setUint32(place + 12, place - directory, true);
  view.setUint32(place + 16, directory, true);
  return out;
};

/** The fields both headers share, from "version needed" to "name length"; method 0, no flags, no check sum. */
const writeCommon = (view: DataView, place: number, nameLength: number, bytes: number): void => {
  view.setUint16(place, 20, true);
  view.setUint16(place + 2, 0x0800, true);
  view.setUint32(place + 14, bytes, true);
  view.setUint32(place + 18, bytes, true);
  view.setUint16(place + 22, nameLength, true);
};
