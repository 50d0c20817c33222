import {
  goalNumeral,
  goalsOf,
  grantNames,
  grants,
  type Group,
  groupNames,
  isCommon,
  samePlace,
  type Scheme,
} from '../../schemes';
import type { CouncilFacts } from '../council';
import { fromRules } from '../figureSources';
import { blockWords } from '../origins';
import { type Line, type Span, line, span, fullWidth } from '../layout';

/** （参考）評価指標: every indicator by grant, goal and group, the common goal under each grant. */
export const indicatorLines = ({ results: { scheme }, year }: CouncilFacts, width: number): readonly Line[] =>
  grants.flatMap((grant) => [
    line(span(`（参考）${year} ${grantNames[grant].full} 評価指標（市町村分）`, width, 'heading')),
    line(
      span('目標', goalColumns, 'header'),
      span(`${groupNames.process.full}（プロセス指標）`, groupColumns(width), 'header'),
      span(`${groupNames.activity.full}（中間アウトカム・アウトプット指標）`, groupColumns(width), 'header'),
    ),
    ...goalsOf(scheme, grant).map((goal) => goalLine(scheme, goal, width)),
    line(),
  ]);

const goalColumns = 5;
const groupColumns = (width: number): number => (width - goalColumns) / 2;

const goalLine = (scheme: Scheme, goal: Scheme['goals'][number], width: number): Line => {
  const title = span(`目標${goalNumeral(goal.goal)}\n${goal.name}`, goalColumns, 'side');
  return isCommon(goal)
    ? line(
        title,
        listSpan(scheme, goal, 'outcome', width - goalColumns, `${groupNames.outcome.full}（アウトカム指標）\n`),
      )
    : line(
        title,
        listSpan(scheme, goal, 'process', groupColumns(width)),
        listSpan(scheme, goal, 'activity', groupColumns(width)),
      );
};

const listSpan = (
  { documents, indicators }: Scheme,
  { grant, goal }: Scheme['goals'][number],
  group: Group,
  columns: number,
  heading = '',
): Span => {
  const listed = indicators.filter((one) => samePlace(one, { grant, goal, group }));
  const text = listed
    .map(({ number, name, maxPoints }) => `${fullWidth(String(number))} ${name}（${maxPoints}点）`)
    .join('\n');
  const [first] = listed;
  return span(
    `${heading}${text}`,
    columns,
    'wrap',
    undefined,
    first &&
      fromRules(
        { documents, source: { ...first.source, place: `${first.source.place} ほか` } },
        `${blockWords({ grant, goal, group })}の指標ごとの配点`,
      ),
  );
};
