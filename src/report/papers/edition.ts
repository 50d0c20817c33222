import type { FigureSource, Look, SheetModel } from '../../workbook';
import { line, span, userSpan, type Line } from '../layout/layOut';
import { isWorking } from './editionName';
import type { CouncilFacts } from './facts';

const gapMark = '【未入力】';

/** What a line says. */
export interface Told {
  readonly text: string;
  readonly source?: FigureSource | undefined;
  readonly look?: Look;
}

/** A line over the whole paper; where there is nothing to tell, what is missing, or no line to be seen. */
export const toldLine = (facts: CouncilFacts, width: number, told: Told | undefined, missing: string): Line => {
  if (told !== undefined) {
    const { text, source, look = 'paragraph' } = told;
    return line(span(text, width, look, { source }));
  }
  return isWorking(facts) && missing !== '' ? line(span(`${gapMark}${missing}`, width, 'gap')) : hiddenLine(width);
};

/** A line that is not seen, in the place of one that may be told some day. */
export const hiddenLine = (width: number): Line => ({ ...line(span(null, width)), height: hidden });

/** One pixel: a row of no height would be a hidden one, which no refresh brings back. */
const hidden = 0.75;

/** A cell of the user's own words; 作業用 shows where they are. An empty one is the space between two parts. */
export const ownLine = (facts: CouncilFacts, text: string | null, width: number): Line =>
  line(ownSpan(facts, text, width));

/** The same beside others. */
export const ownSpan = (facts: CouncilFacts, text: string | null, width: number) =>
  userSpan(text, width, isWorking(facts) ? 'own-text' : 'paragraph');

/** What the two editions, which are two sheets, have behind the name of the sheet and behind that of the paper in its marker. */
export const editionOf = (facts: CouncilFacts): { readonly tab: string; readonly marker: string } =>
  isWorking(facts) ? { tab: '（作業用）', marker: 'Working' } : { tab: '', marker: '' };

/** What is missing in a paper of the edition 作業用, in its order. */
export const gapsIn = ({ rows }: SheetModel): readonly string[] =>
  rows.flatMap((cells) =>
    cells.flatMap(({ value, look }) =>
      look === 'gap' && typeof value === 'string' ? [value.slice(gapMark.length)] : [],
    ),
  );

/** The same facts for the edition 作業用. */
export const asWorking = (facts: CouncilFacts): CouncilFacts => ({ ...facts, edition: 'working' });
