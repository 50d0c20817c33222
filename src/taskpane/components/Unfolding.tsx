import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../hooks';

const useStyles = makeStyles({ summary: { cursor: 'pointer', minHeight: '24px' } });

/**
 * Something folded away until somebody asks. Its line has a tab stop of its own: office.js on the web passes over a bare
 * `<summary>` (rules/excel.md#keyboard).
 */
export const Unfolding = ({
  line,
  open = false,
  children,
}: {
  readonly line: string;
  /** Unfolded from the start. */
  readonly open?: boolean;
  readonly children: ReactNode;
}) => {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <details open={open}>
      <summary className={styles.summary} tabIndex={0} lang={texts.language}>
        {line}
      </summary>
      {children}
    </details>
  );
};
