import { makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '../../problems';
import { usePane } from '../hooks';
import { namedParts, paneParts } from '../texts/cures';
import { Said } from './Said';

const useStyles = makeStyles({
  parts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  row: { display: 'contents' },
  part: { margin: 0, overflowWrap: 'anywhere' },
  name: { color: tokens.colorNeutralForeground2 },
});

/** Where, effect and cure; a part that says nothing is left out. */
export const FaultParts = ({ fault }: { readonly fault: Problem }) => {
  const { texts } = usePane();
  const styles = useStyles();
  const parts = namedParts(paneParts(fault, texts.language), texts.fault);
  if (parts.length === 0) return null;
  return (
    <dl className={styles.parts}>
      {parts.map(([name, text]) => (
        <div key={name} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.part}>
            <Said>{text}</Said>
          </dd>
        </div>
      ))}
    </dl>
  );
};
