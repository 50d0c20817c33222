import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

/** What several screens share: spacing, headings, cards. */
export const useCommonStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  // Read out and focused on arrival, not seen; a size of zero would silence some screen readers.
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  subheading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  // A choice is as wide as its longest words unless it is told not to be.
  narrow: { minWidth: 0, maxWidth: '100%', '& select': { minWidth: 0 } },
  // So is a line to type in.
  line: { minWidth: 0, width: '100%', whiteSpace: 'nowrap', '& input': { minWidth: 0, width: '100%' } },
  // What is not ticked yet is a question, not a thing that cannot be had, as the grey of Fluent would say.
  asked: { color: tokens.colorNeutralForeground1 },
  text: { margin: 0 },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  spread: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  cell: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  iconLine: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'flex-start',
    '& > svg': { flexShrink: 0, marginTop: '3px' },
  },
});

/** Drawn here so that no icon font or package is loaded; they take the colour of the text around them. */
const drawn = (path: string): ReactElement => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);

export const icons = {
  /** An octagon with a cross. */
  stop: drawn('M5.5 1.5h5l4 4v5l-4 4h-5l-4-4v-5zM6 6l4 4M10 6l-4 4'),
  /** A triangle with a stroke and a dot. */
  check: drawn('M8 1.8 14.8 14H1.2zM8 6.3v3.6M8 11.9v.1'),
  /** A circle with an i. */
  info: drawn('M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 7.3v4M8 4.7v.1'),
  help: drawn('M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.6v.1'),
  jump: drawn('M2.5 8h9M8 4l4 4-4 4M14 2.5v11'),
  undo: drawn('M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6'),
  again: drawn('M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3'),
  close: drawn('M4 4l8 8M12 4l-8 8'),
  done: drawn('M2.5 8.5 6 12l7.5-8'),
  table: drawn('M2 2.5h12v11H2zM2 6h12M2 9.7h12M6 6v7.5'),
  more: drawn('M3 8h.01M8 8h.01M13 8h.01'),
  sheet: drawn('M3.5 1.5H10l2.5 2.5v10.5h-9zM9.7 1.8v2.6h2.6M5.5 8h5M5.5 11h5'),
} as const;
