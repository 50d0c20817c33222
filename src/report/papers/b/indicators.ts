import {
  goalNumeral,
  goalsOf,
  grantNames,
  grants,
  groupNames,
  samePlace,
  type Group,
  type Scheme,
} from '../../../schemes';
import type { CouncilFacts } from '../facts';
import { fromRules } from '../../figureSources';
import { blockWords } from '../../origins';
import { line, span, together, type Line, type Span } from '../../layout/layOut';

/** （参考）評価指標: every indicator by grant, goal and group, the common goal under each grant. */
export const indicatorLines = ({ results: { scheme }, year }: CouncilFacts, width: number): readonly Line[] =>
  grants.flatMap((grant) =>
    together([
      line(span(`（参考）${year} ${grantNames[grant].full} 評価指標（市町村分）`, width, 'heading')),
      line(
        span('目標', goalColumns, 'header'),
        ...usual.map((group, at) => span(groupTitle(group), shareOf(width - goalColumns, usual.length, at), 'header')),
      ),
      ...goalsOf(scheme, grant).map((goal) => goalLine(scheme, goal, width)),
      line(),
    ]),
  );

const goalColumns = 3;
/** The groups of nearly every goal, which the heads of the table name. */
const usual: readonly Group[] = ['process', 'activity'];

const groupKinds: Readonly<Record<Group, string>> = {
  process: 'プロセス指標',
  activity: '中間アウトカム・アウトプット指標',
  outcome: 'アウトカム指標',
};
const groupTitle = (group: Group): string => `${groupNames[group].full}（${groupKinds[group]}）`;

/** The columns of one of `count` parts that share a width: the last takes what is left over. */
const shareOf = (width: number, count: number, at: number): number => {
  const each = Math.floor(width / count);
  return at === count - 1 ? width - each * at : each;
};

/** A goal and its groups; where they are not the usual ones, each says what it is. */
const goalLine = (scheme: Scheme, goal: Scheme['goals'][number], width: number): Line => {
  const own = goal.groups.map(({ group }) => group);
  const asUsual = own.length === 0 || (own.length === usual.length && usual.every((group) => own.includes(group)));
  const listed = asUsual ? usual : own;
  return line(
    span(`目標${goalNumeral(goal.goal)}\n${goal.name}`, goalColumns, 'side'),
    ...listed.map((group, at) =>
      listSpan(
        scheme,
        goal,
        group,
        shareOf(width - goalColumns, listed.length, at),
        asUsual ? '' : `${groupTitle(group)}\n`,
      ),
    ),
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
  const text = listed.map(({ number, name, maxPoints }) => `${number} ${name}（${maxPoints}点）`).join('\n');
  const [first] = listed;
  return span(`${heading}${text}`, columns, 'wrap', {
    source:
      first &&
      fromRules(
        { documents, source: { ...first.source, place: `${first.source.place} ほか` } },
        `${blockWords({ grant, goal, group })}の指標ごとの配点`,
      ),
  });
};
