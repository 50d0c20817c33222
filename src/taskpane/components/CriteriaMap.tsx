import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { answerStateName, type AnswerStateName } from '../../answers';
import type { MunicipalityResult } from '../../evaluation';
import { groupedBy } from '../../kernel';
import { goalNumeral, indicatorNotation } from '../../schemes';
import { useArrowKeys, usePane } from '../hooks';
import { useCommonStyles } from './style';
import { Said } from './Said';

const useStyles = makeStyles({
  goal: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
  label: { flex: '0 0 44px', fontSize: tokens.fontSizeBase200, lineHeight: '24px', whiteSpace: 'nowrap' },
  tiles: { display: 'flex', flexWrap: 'wrap', gap: '1px' },
  // 24 px: the smallest target of WCAG 2.5.8.
  tile: {
    width: '24px',
    height: '24px',
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  met: { color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackground },
  open: { color: tokens.colorStatusWarningForeground3, backgroundColor: tokens.colorStatusWarningBackground1 },
});

const signs: Readonly<Record<AnswerStateName, string>> = { met: '○', unmet: '×', unanswered: '－', held: '？' };

/** Every criterion by goal, as it counts: where points are left lying is seen at once; a press leads to the cell. */
export const CriteriaMap = ({ town }: { readonly town: MunicipalityResult }) => {
  const { actions, texts } = usePane();
  const { result: words } = texts;
  const common = useCommonStyles();
  const styles = useStyles();
  const tiles = useMemo(
    () =>
      town.awards().map(({ criterion, indicator, state }, index) => ({
        index,
        state: answerStateName(state),
        row: `${words.grants[indicator.grant]}${goalNumeral(indicator.goal)}`,
        name: indicatorNotation(indicator),
        criterion,
      })),
    [town, words],
  );
  const keys = useArrowKeys<HTMLDivElement>(tiles.length);
  return (
    <section className={common.section} aria-label={words.map}>
      <h3 className={common.subheading}>{words.map}</h3>
      <p className={common.quiet}>{words.mapHint}</p>
      <div ref={keys.list} className={common.section}>
        {[...groupedBy(tiles, ({ row }) => row)].map(([row, ofGoal]) => (
          <div key={row} className={styles.goal}>
            <span className={styles.label}>
              <Said>{row}</Said>
            </span>
            <div className={styles.tiles} role="group" aria-label={row} lang="ja">
              {ofGoal.map(({ index, state, name, criterion }) => (
                <button
                  key={criterion.id}
                  type="button"
                  data-place={index}
                  tabIndex={keys.tabIndexOf(index)}
                  className={mergeClasses(
                    styles.tile,
                    state === 'met' && styles.met,
                    (state === 'held' || state === 'unanswered') && styles.open,
                  )}
                  title={words.tile(name, criterion.label, criterion.points, words.states[state])}
                  aria-label={words.tile(name, criterion.label, criterion.points, words.states[state])}
                  onKeyDown={keys.onKeyDown}
                  onFocus={() => {
                    keys.onFocus(index);
                  }}
                  onClick={() => {
                    const place = town.cellOf(index);
                    if (place !== undefined) void actions.jumpTo(place);
                  }}
                >
                  {signs[state]}
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
};
