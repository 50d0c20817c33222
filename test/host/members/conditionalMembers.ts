import { recordOf, textOf } from '../model/wire';
import type { HostRule } from '../model/hostSheet';
import { define, type HostRef, type Unknown } from './hostRef';
import type { RangeTarget } from './rangeTarget';

/** Range.conditionalFormats as far as rules are added, of which those that compare a value can be set. */
export const conditionalMembers = (unknown: Unknown): ((it: RangeTarget) => HostRef) => {
  const fill = define<HostRule>(
    'ConditionalRangeFill',
    { set: { color: (rule, value) => void (rule.fill = textOf(value)) } },
    unknown,
  );
  const font = define<HostRule>(
    'ConditionalRangeFont',
    {
      set: {
        color: (rule, value) => void (rule.color = textOf(value)),
        bold: (rule, value) => void (rule.bold = value === true),
      },
    },
    unknown,
  );
  const format = define<HostRule>('ConditionalRangeFormat', { go: { fill, font } }, unknown);
  const compared = define<HostRule>(
    'CellValueConditionalFormat',
    {
      set: {
        rule: (rule, value) => {
          const { formula1, operator } = recordOf(value);
          rule.compared = `${textOf(operator)} ${textOf(formula1)}`;
        },
      },
      go: { format },
    },
    unknown,
  );
  const added = define<HostRule>('ConditionalFormat', { go: { cellValue: compared } }, unknown);
  return define<RangeTarget>(
    'ConditionalFormatCollection',
    {
      call: {
        add: ({ sheet, area }, [type]) => {
          sheet.refuseWhenProtected('ConditionalFormatCollection.add');
          const rule: HostRule = { type: textOf(type as string), range: area };
          sheet.rules.push(rule);
          return added(rule);
        },
      },
    },
    unknown,
  );
};
