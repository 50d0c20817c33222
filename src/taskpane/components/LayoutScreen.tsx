import { Button, mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useArrival, usePane } from '../hooks';
import { recognitionOf } from '../mapping';
import type { Reading } from '../state';
import { icons } from './icons';
import { MappingChoices } from './MappingChoices';
import { MarkQuestions } from './MarkQuestions';
import { RecognitionCard } from './RecognitionCard';
import { Refusal } from './Refusal';
import { useCommonStyles } from './useCommonStyles';

/** How the workbook was understood, and what a person may correct. */
export const LayoutScreen = ({ reading }: { readonly reading: Reading }) => {
  const { state, actions, texts } = usePane();
  const { layout: words } = texts;
  const common = useCommonStyles();
  const heading = useArrival();
  const { content, outcome, changes } = reading;
  const recognition = useMemo(
    () => (outcome.ok && outcome.value.subject === 'answers' ? recognitionOf(outcome.value, content) : undefined),
    [outcome, content],
  );
  const busy = state.busy !== undefined;
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {outcome.ok ? (
        <RecognitionCard results={outcome.value} recognition={recognition} />
      ) : (
        <Refusal problems={outcome.problems} />
      )}
      {changes.length > 0 && (
        <section className={common.card} aria-label={words.changes}>
          <h3 className={common.subheading}>{words.changes}</h3>
          <ul className={mergeClasses(common.list, common.cell)}>
            {changes.map(({ place, before, now }) => (
              <li key={place}>{words.change(place, before, now)}</li>
            ))}
          </ul>
        </section>
      )}
      <MarkQuestions />
      <MappingChoices reading={reading} />
      <div className={common.actions}>
        {outcome.ok && (
          <Button appearance="primary" icon={icons.done} disabled={busy} onClick={() => void actions.preview()}>
            {words.confirm}
          </Button>
        )}
        <Button icon={icons.again} disabled={busy} onClick={() => void actions.recheck()}>
          {words.again}
        </Button>
      </div>
      {outcome.ok && <p className={common.quiet}>{words.remembered}</p>}
    </div>
  );
};
