import type { CellReading } from './cells';
import { withReadings, type AskingRow, type Profile } from './profile';

/** So many different texts stand for "not ours" in one column; more are prose. */
const mostTexts = 3;
/** One row in so many may be an exception. */
const mostlyAnswered = 20;

/**
 * Where sections of a town hall share the rows, each writes something into the rows of the others: 担当外, ／, 他課, 長寿課で
 * 回答. These texts are blanks where another section answers the row; where none does, they stay what they are.
 */
export const othersRowsBlank = (profiles: readonly Profile[], rows: readonly AskingRow[]): readonly Profile[] => {
  const sections = profiles.filter(isSection);
  if (sections.length < 2 || !sections.some(({ meaning }) => meaning.kind === 'department')) return profiles;
  const answering = rows.map((_, at) => sections.filter(({ readings }) => answers(readings[at])).length);
  const answered = answering.filter((count) => count > 0).length;
  const shared = answering.filter((count) => count > 1).length;
  // Where two answer the same rows, nobody knows whose a row is.
  if (shared * mostlyAnswered > answered) return profiles;
  return profiles.map((profile) => {
    if (!sections.includes(profile)) return profile;
    const texts = textsForOthers(profile, answering);
    if (texts.size === 0) return profile;
    const readings = profile.readings.map((reading, at): CellReading => {
      const isForOthers = reading.kind === 'held' && texts.has(reading.text) && (answering[at] ?? 0) > 0;
      return isForOthers ? { kind: 'blank' } : reading;
    });
    return withReadings(profile, readings, rows);
  });
};

const isSection = ({ meaning: { kind }, readings }: Profile): boolean =>
  (kind === 'department' || kind === 'unknown' || kind === 'none') && readings.some(answers);

const answers = (reading: CellReading | undefined): boolean =>
  reading?.kind === 'met' || reading?.kind === 'unmet' || reading?.kind === 'number' || reading?.kind === 'ask';

/** The texts of a column that stand, but for few, where another section answers. */
const textsForOthers = ({ readings }: Profile, answering: readonly number[]): ReadonlySet<string> => {
  const found = new Map<string, { count: number; unanswered: number }>();
  for (const [at, reading] of readings.entries()) {
    if (reading.kind !== 'held' || !saysNothing(reading.why) || pending.test(reading.text)) continue;
    const known = found.get(reading.text) ?? { count: 0, unanswered: 0 };
    known.count += 1;
    if (answering[at] === 0) known.unanswered += 1;
    found.set(reading.text, known);
  }
  if (found.size > mostTexts) return new Set();
  return new Set(
    [...found].flatMap(([text, { count, unanswered }]) => (unanswered * mostlyAnswered <= count ? text : [])),
  );
};

/** Whoever writes these has not answered yet. */
const pending = /確認|未定|検討|調査|照会|保留|調整|作成|中$|予定|[?？]/;

const saysNothing = (why: Extract<CellReading, { kind: 'held' }>['why']): boolean =>
  why === 'unreadable' || why === 'not-a-number' || why === 'dash' || why === 'circled';
