import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Results } from '../../evaluation';
import { usePane } from '../hooks';
import { useCommonStyles } from './style';
import { Unfolding } from './Unfolding';
import { langOf, Said } from './Said';

const useStyles = makeStyles({
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '3px 0' },
});

/** 確認済み: what was decided, each with the way back. */
export const DecidedList = ({ results }: { readonly results: Results }) => {
  const { actions, texts } = usePane();
  const { check: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const settled = results.decisions?.settled ?? [];
  if (settled.length === 0) return null;
  return (
    <Unfolding line={words.settled(settled.length)}>
      <ul className={common.list}>
        {settled.map(({ decision }) => {
          const place = `${decision.sheet}!${decision.cell}`;
          return (
            <li key={`${place} ${decision.judgement}`} className={`${common.spread} ${styles.row}`}>
              <span>
                ✓ <Said>{`${words.cell(place, decision.text)} → ${words.judgements[decision.judgement]}`}</Said>
              </span>
              <Button
                size="small"
                aria-label={`${words.takeBack} ${place}`}
                lang={langOf(place, texts.language)}
                onClick={() => void actions.takeBack(decision)}
              >
                {words.takeBack}
              </Button>
            </li>
          );
        })}
      </ul>
    </Unfolding>
  );
};
