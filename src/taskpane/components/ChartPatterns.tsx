import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { chartColors, type ChartModel } from '../../workbook';

type Role = ChartModel['series'][number]['role'];

const useStyles = makeStyles({
  forced: { '@media (forced-colors: active)': { fill: 'Canvas' } },
  forcedOwn: { '@media (forced-colors: active)': { fill: 'Highlight' } },
  forcedMarked: { '@media (forced-colors: active)': { fill: 'CanvasText' } },
  lines: {
    fill: 'none',
    stroke: tokens.colorNeutralForegroundStaticInverted,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

/** What tells the series apart besides their colours: plain, pale, hatched, striped. */
const marks: Readonly<Record<Role, string>> = {
  own: '',
  compared: '',
  prefecture: 'M-1 1 1 -1M0 6 6 0M5 7 7 5',
  marked: 'M0 3H6',
};

const roles: readonly Role[] = ['own', 'compared', 'prefecture', 'marked'];

/** The fills of the charts, by the role of a series; colours are those of the written sheets. */
export const ChartPatterns = ({ idOf }: { readonly idOf: (role: Role) => string }) => {
  const styles = useStyles();
  return (
    <defs>
      {roles.map((role) => (
        <pattern key={role} id={idOf(role)} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect
            width="6"
            height="6"
            fill={`#${chartColors[role]}`}
            className={mergeClasses(
              styles.forced,
              role === 'own' && styles.forcedOwn,
              role === 'marked' && styles.forcedMarked,
            )}
          />
          {marks[role] !== '' && <path d={marks[role]} className={styles.lines} />}
        </pattern>
      ))}
    </defs>
  );
};
