import { makeStyles, tokens } from '@fluentui/react-components';
import { municipalitiesOf, type Results } from '../../evaluation';
import type { Problem } from '../../problems';
import { useArrival, usePane } from '../hooks';
import { paneParts } from '../texts/cures';
import type { PaneTexts } from '../texts';
import { FaultParts } from './FaultParts';
import { PageLink } from './PageLink';
import { useCommonStyles } from './style';
import { Said } from './Said';

const useStyles = makeStyles({
  found: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  lines: { margin: 0, paddingLeft: '1.2em' },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, margin: 0 },
});

/** What a workbook is met with: what was found in it, or what to do where nothing was. */
export const OpeningScreen = () => {
  const { state, texts } = usePane();
  const { opening: words } = texts;
  const styles = useStyles();
  const common = useCommonStyles();
  const heading = useArrival();
  const { reading } = state;
  return (
    <div className={common.screen}>
      <h2 className={common.heading} ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {reading?.outcome.ok === true ? (
        <p className={styles.found} role="status">
          <Said>{foundWords(reading.outcome.value, texts)}</Said>
        </p>
      ) : (
        reading !== undefined && <NotScored problems={reading.outcome.problems} />
      )}
      <ul className={styles.lines}>
        {words.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={common.quiet}>{words.privacy}</p>
      <p className={`${common.quiet} ${styles.links}`}>
        <PageLink page="help" />
        <PageLink page="functions" />
        <PageLink page="trouble" />
      </p>
    </div>
  );
};

const foundWords = (results: Results, texts: PaneTexts): string => {
  const { opening: words } = texts;
  const year = texts.year(results.scheme.fiscalYear);
  const towns = municipalitiesOf(results);
  const [first] = towns;
  if (results.subject === 'nation') return words.foundNation(year, towns.length);
  if (first === undefined) return texts.result.factsOnly;
  return towns.length > 1
    ? words.foundSeveral(year, first.identity.name, towns.length)
    : words.found(year, first.identity.name, first.coverage.found);
};

/** No answers at all is no fault; what else keeps a workbook from being scored is said in full. */
const NotScored = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { texts } = usePane();
  const { opening: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const [first] = problems;
  if (first === undefined || first.name === 'no-answers')
    return (
      <>
        <p className={styles.found}>{words.nothing}</p>
        <p className={common.text}>{words.nothingHint}</p>
      </>
    );
  return (
    <>
      <p className={styles.found}>{words.refused}</p>
      {problems.map((problem) => (
        <div key={`${problem.code}/${problem.sheet ?? ''}/${problem.cell ?? ''}`}>
          <p className={common.text}>
            {problem.code} <Said>{paneParts(problem, texts.language).what}</Said>
          </p>
          <FaultParts fault={problem} />
        </div>
      ))}
    </>
  );
};
