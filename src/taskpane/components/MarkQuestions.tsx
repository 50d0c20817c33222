import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { usePane } from '../hooks';
import { askedMarks, type AskedMark } from '../state';
import { useCommonStyles } from './useCommonStyles';

const meanings = ['met', 'unmet', 'open'] as const;

/** Marks that mean different things in different offices: asked once, kept with the workbook. */
export const MarkQuestions = () => {
  const { state, texts } = usePane();
  const common = useCommonStyles();
  const marks = askedMarks(state);
  if (marks.length === 0) return null;
  return (
    <section className={common.card} aria-label={texts.layout.marks}>
      <h3 className={common.subheading}>{texts.layout.marks}</h3>
      {marks.map((asked) => (
        <MarkQuestion key={asked.mark} asked={asked} />
      ))}
    </section>
  );
};

const MarkQuestion = ({ asked: { mark, cells, meaning } }: { readonly asked: AskedMark }) => {
  const { state, actions, texts } = usePane();
  const { layout: words } = texts;
  const { mapping, busy } = state;
  const choose = (value: string): void => {
    const others = [...mapping.markMeanings].filter(([known]) => known !== mark);
    const said = meanings.find((one) => one === value);
    const settled = said === 'met' || said === 'unmet' ? [...others, [mark, said] as const] : others;
    void actions.remap({ ...mapping, markMeanings: new Map(settled) });
  };
  return (
    <Field label={words.markQuestion(mark, cells)}>
      <RadioGroup
        value={meaning}
        disabled={busy !== undefined}
        onChange={(_, { value }) => {
          choose(value);
        }}
      >
        {meanings.map((one) => (
          <Radio key={one} value={one} label={words.markAnswers[one]} />
        ))}
      </RadioGroup>
    </Field>
  );
};
