import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const usePillStyles = makeStyles({
  pill: {
    display: 'inline-block',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  plain: { color: tokens.colorNeutralForeground2 },
  brand: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2 },
  good: { color: tokens.colorStatusSuccessForeground1, backgroundColor: tokens.colorStatusSuccessBackground1 },
  check: { color: tokens.colorStatusWarningForeground3, backgroundColor: tokens.colorStatusWarningBackground1 },
  stop: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
});

/** A short word in a frame; what it means stands in the word, never in the colour alone. */
export const Pill = ({
  kind = 'plain',
  children,
}: {
  readonly kind?: 'plain' | 'brand' | 'good' | 'check' | 'stop';
  readonly children: ReactNode;
}) => {
  const styles = usePillStyles();
  return <span className={mergeClasses(styles.pill, styles[kind])}>{children}</span>;
};
