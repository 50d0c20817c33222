/** Encodes text in Shift_JIS (CP932) by turning the platform's own decoder round; fails on what it cannot say. */
export const shiftJis = (text: string): Uint8Array => {
  const table = reverseTable();
  const bytes = Array.from(text).flatMap((sign) => {
    const code = table.get(sign);
    if (code === undefined) throw new Error(`shiftJis: ${sign} has no code`);
    return code;
  });
  return Uint8Array.from(bytes);
};

let table: Map<string, readonly number[]> | undefined;

const reverseTable = (): ReadonlyMap<string, readonly number[]> => {
  if (table !== undefined) return table;
  table = new Map();
  const decoder = new TextDecoder('shift_jis');
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(sign).length === 1 && sign !== '\ufffd' && !table.has(sign)) table.set(sign, [lead, trail]);
    }
  }
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  return table;
};
