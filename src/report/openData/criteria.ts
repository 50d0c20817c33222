import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { grantNames, groupNames, type Scheme } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { fromPublished, fromRules } from '../figureSources';
import { fromAnswers } from '../origins';
import { publicStates, type PublicState } from '../publicStates';
import { column, type OpenDataColumn, type OpenDataTable } from './table';
import { closingColumns, identityColumns } from './towns';

/** A criterion of a municipality. */
interface TownCriterion extends PublicState {
  readonly municipality: MunicipalityResult;
}
type CriterionColumn = OpenDataColumn<TownCriterion>;

/** A sheet takes the criteria of so many municipalities; of more, the file holds them (60 × 267 rows of 19 columns). */
const mostOnSheet = 60;

/** True where the criteria of these results are told one by one: a whole nation's stand in the table it was read from. */
export const tellsCriteria = ({ subject }: ScoredResults): boolean => subject !== 'nation';

/** True where they fit on a sheet. */
export const fitsSheet = ({ municipalities }: ScoredResults): boolean => municipalities.length <= mostOnSheet;

/** A criterion a row, of every municipality: what it is, whether it is met, and its points. */
export const criteriaTable = (results: ScoredResults): OpenDataTable<TownCriterion> => ({
  columns: criterionColumns(results),
  rows: results.municipalities.flatMap((municipality) =>
    publicStates(municipality).map((state) => ({ ...state, municipality })),
  ),
});

const criterionColumns = (results: ScoredResults): readonly CriterionColumn[] => {
  const { scheme, national } = results;
  const ofTown = (columns: ReturnType<typeof identityColumns>): readonly CriterionColumn[] =>
    columns.map(({ header, valueOf, sourceOf }) => ({
      header,
      valueOf: ({ municipality }) => valueOf(municipality),
      sourceOf: ({ municipality }) => sourceOf(municipality),
    }));
  const counts = new Map(national?.criteria ?? []);
  const published = national && fromPublished(national, '該当した市町村の数');
  const maximum = maximumSources(scheme);
  return [
    ...ofTown(identityColumns(results)),
    column('交付金', ({ award: { indicator } }) => grantNames[indicator.grant].short),
    column('目標番号', ({ award: { indicator } }) => indicator.goal, ofRules),
    column('指標群', ({ award: { indicator } }) => groupNames[indicator.group].short),
    column('指標番号', ({ award: { indicator } }) => indicator.number, ofRules),
    column('指標名', ({ award: { indicator } }) => indicator.name),
    column('枝番ID', ({ award: { criterion } }) => criterion.id),
    column('枝番', ({ award: { criterion } }) => criterion.label.charAt(0)),
    column('小枝番', ({ award: { criterion } }) => smallNumber(criterion.label), ofRules),
    {
      header: '配点（点）',
      valueOf: ({ award: { criterion } }) => criterion.points,
      sourceOf: ({ award: { indicator } }) => maximum.get(indicator.id),
    },
    column('該当状況', ({ state }) => stateWords[state]),
    column('得点（点）', ({ points }) => points ?? null, fromAnswers('この枝番の得点')),
    column('全国の該当市町村数（市町村）', ({ award: { criterion } }) => counts.get(criterion.id) ?? null, published),
    column('全国の市町村数（市町村）', () => national?.municipalities ?? null, published),
    ...ofTown(closingColumns(results)),
  ];
};

/** ア① → 1: a number in a circle is a character that some machines do not have. */
const smallNumber = (label: string): number | null => {
  const at = '①②③④⑤⑥⑦⑧⑨'.indexOf(label.charAt(1) || ' ');
  return at < 0 ? null : at + 1;
};

const stateWords = { met: '該当', unmet: '非該当', open: '未確定' } as const;

const ofRules: FigureSource = { kind: 'rules', text: '採点に使った評価指標の番号です。' };

const maximumSources = (scheme: Scheme): ReadonlyMap<string, FigureSource> =>
  new Map(scheme.indicators.map(({ id, source }) => [id, fromRules({ ...scheme, source }, '配点')]));
