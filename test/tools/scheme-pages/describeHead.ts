import { isCommon } from '../../../src/schemes/counting';
import { fiscalYearLabel } from '../../../src/kernel';
import { markdownTable } from './markdownTable';
import type { BlockScheme, Scheme } from '../../../src/schemes/scheme';
import { schemeHash } from '../../../src/schemes/hash';
import { confidenceWords, goalNumeral, grantNames, groupNames } from '../../../src/schemes/names';

type Documents = Scheme['documents'];

/** Title, revision, hash, sources, points of the goals, and what the notice leaves open: the same for every kind of scheme. */
export const describeHead = (scheme: Scheme | BlockScheme, nationalDocuments: Documents): string =>
  [
    `# ${scheme.title}`,
    '<!-- npm run generate が作ります。手で直さず、隣の scheme.json・national.json を直してください。 -->',
    markdownTable(
      ['年度', '総配点', '改訂', 'ハッシュ（SHA-256）'],
      [[fiscalYearLabel(scheme.fiscalYear), scheme.maxPoints, scheme.revision, `\`${schemeHash(scheme)}\``]],
    ),
    '## 出典',
    documentTable([...scheme.documents, ...nationalDocuments]),
    '## 目標と配点',
    scheme.goals.some(isCommon) ? '共通の目標の得点は、両方の交付金にそれぞれ一度ずつ数えます。' : '',
    goalTable(scheme),
    '## 定めのない事項',
    scheme.unspecified.length === 0
      ? 'ありません。'
      : markdownTable(
          ['事項', '扱い'],
          scheme.unspecified.map(({ what, note }) => [`\`${what}\``, note]),
        ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const documentTable = (documents: Documents): string => {
  const unique = new Map(documents.map((document) => [`${document.id} ${document.title}`, document]));
  return markdownTable(
    ['記号', '文書', '公表者', '備考'],
    [...unique.values()].map(({ id, title, publisher, note }) => [id, title, publisher, note ?? '']),
  );
};

const goalTable = ({ goals }: Scheme | BlockScheme): string =>
  markdownTable(
    ['交付金', '目標', '名称', '配点', '内訳', '出典', '確かさ'],
    goals.map(({ grant, goal, name, maxPoints, groups, source }) => [
      grantNames[grant].short,
      goalNumeral(goal),
      name,
      maxPoints,
      groups.length === 0
        ? '不明'
        : groups.map((each) => `${groupNames[each.group].short} ${each.maxPoints}`).join('・'),
      `${source.document}：${source.place}`,
      confidenceWords[source.confidence],
    ]),
    ['配点'],
  );
