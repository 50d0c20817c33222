import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { partsOf, type Problem } from '../../kernel';
import { usePane } from '../hooks';
import { FaultParts } from './Faults';
import { icons } from './icons';
import { useCommonStyles } from './useCommonStyles';

const useStyles = makeStyles({
  card: { borderLeft: `4px solid ${tokens.colorStatusDangerBorder1}` },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** What kept the workbook from being scored at all; the choices below may cure it. */
export const Refusal = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { texts } = usePane();
  const common = useCommonStyles();
  const styles = useStyles();
  return (
    <section className={mergeClasses(common.card, styles.card)} aria-label={texts.layout.refused}>
      <h3 className={common.subheading}>{texts.layout.refused}</h3>
      {problems.map((problem) => (
        <div key={`${problem.code}/${problem.sheet ?? ''}/${problem.cell ?? ''}`}>
          <div className={common.iconLine}>
            {icons[problem.severity]}
            <p className={styles.what}>
              {problem.code} {partsOf(problem, texts.language).what}
            </p>
          </div>
          <FaultParts fault={problem} />
        </div>
      ))}
    </section>
  );
};
