import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWorkbench } from '../hooks';
import { members } from '../state/tableOfDesk';
import { chosenBook, isUnsaved } from '../state/workbenchState';
import { OpenButton } from './OpenButton';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    padding: `4px ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  books: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  book: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  chosen: { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  name: {
    padding: '3px 6px 3px 10px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    maxWidth: '260px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
  },
  close: {
    padding: '3px 8px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
  },
});

/** What is open, and what can be done with it. */
export const BookBar = () => {
  const { bench, state, texts } = useWorkbench();
  const styles = useStyles();
  const book = chosenBook(state);
  return (
    <div className={styles.bar} role="region" aria-label={texts.title}>
      <h1 className={styles.title}>{texts.title}</h1>
      {state.books.length > 0 && (
        <nav aria-label={texts.books} style={{ flexGrow: 1, minWidth: 0 }}>
          <ul className={styles.books}>
            {state.books.map((one) => (
              <li key={one.id} className={mergeClasses(styles.book, one === book && styles.chosen)}>
                <button
                  type="button"
                  className={styles.name}
                  lang="ja"
                  aria-current={one === book ? 'true' : undefined}
                  onClick={() => {
                    bench.choose(one.id);
                  }}
                >
                  {one.name}
                  {isUnsaved(state, one) ? `（${texts.unsaved}）` : ''}
                </button>
                <button
                  type="button"
                  className={styles.close}
                  aria-label={texts.close(one.name)}
                  onClick={() => {
                    bench.close(one.id);
                  }}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {book !== undefined && (
        <>
          <OpenButton primary={false} />
          {members(state.books).length > 1 && (
            <>
              <Button onClick={() => void bench.together()}>{texts.together}</Button>
              <Button onClick={() => void bench.writeAll()}>{texts.writeAll}</Button>
              <Button onClick={() => void bench.saveAll()}>{texts.saveAll}</Button>
            </>
          )}
          <Button
            onClick={() => {
              bench.showPapers(true);
            }}
          >
            {texts.papers}
          </Button>
          {book.onDisk !== undefined && (
            <Button onClick={() => void bench.save(book, true)}>{texts.saveInPlace}</Button>
          )}
          <Button appearance="primary" onClick={() => void bench.save(book, false)}>
            {texts.save}
          </Button>
        </>
      )}
    </div>
  );
};
