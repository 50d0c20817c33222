import { foldLabel } from '../../kernel';
import { remembered } from '../labels';

/** What a column of an answer table is for. */
export type HeaderRole =
  | 'year'
  | 'grant'
  | 'goal'
  | 'goal-name'
  | 'group'
  | 'id'
  /** One number for grant, goal, group, indicator and branch: Ⅰ-(1)-1-ア. */
  | 'question'
  | 'number'
  | 'indicator'
  | 'branch'
  | 'sub-branch'
  | 'points'
  | 'column-number'
  | 'answer'
  /** Points worked out on the sheet itself. */
  | 'earned'
  | 'other';

/** Where two columns claim one role, the word that stands earlier in its list wins. */
const roles: ReadonlyMap<string, HeaderWord> = new Map([
  ...words('year', '年度', '評価年度', '対象年度', '交付年度', 'fiscalyear', 'year'),
  ...words('grant', '交付金', '交付金名', '交付金区分', '交付金種別', '交付金の種類', 'grant'),
  ...words('goal', '目標番号', '目標', '目標no', '目標no.', 'goal'),
  ...words('goal-name', '目標名', '目標名称', '目標内容'),
  ...words('group', '指標群', '群', '指標群名', '指標区分', '指標の種類', 'group'),
  ...words('id', 'id', '枝番id', '項目id', '指標id', '識別子', '識別番号', 'criterion', 'criterionid'),
  ...words('question', '設問番号', '設問', '設問no', '質問番号', '質問', '問番号', '問'),
  ...words('number', '指標番号', '指標no', '指標no.', '番号', '項目番号', '項番', 'number', 'no', 'no.'),
  ...words(
    'indicator',
    '指標名',
    '指標名称',
    '指標',
    '指標内容',
    '指標項目',
    '評価指標',
    '評価項目',
    '項目',
    'indicator',
  ),
  ...words('branch', '枝番', '枝', '枝番号', '選択肢', 'branch'),
  ...words('sub-branch', '小枝', '小枝番', '枝番2', '細目', '小番号'),
  ...words('points', '配点', '満点', '配点(点)', 'points', 'maxpoints'),
  ...words('column-number', '列番号', '列', '列no', '列no.'),
  ...words(
    'answer',
    '回答',
    '回答欄',
    '回答内容',
    '該当状況',
    '該当',
    '該当の有無',
    '該当有無',
    '自己評価',
    '判定',
    '○×',
    '〇×',
    'answer',
  ),
  ...words(
    'other',
    '備考',
    '根拠',
    '根拠資料',
    '担当',
    '担当課',
    'メモ',
    '留意点',
    '説明',
    '注',
    '確認',
    '前年度',
    '昨年度',
    '前回',
  ),
  ...words('earned', '得点', '点数', '自己採点', '獲得点', '評価点', '合計得点'),
]);

/** What a header text says: the role, and how plainly (0 = plainest). */
export interface HeaderWord {
  readonly role: HeaderRole;
  readonly rank: number;
}

function words(role: HeaderRole, ...spellings: readonly string[]): readonly (readonly [string, HeaderWord])[] {
  return spellings.map((spelling, rank) => [spelling, { role, rank }] as const);
}

/** No header word of ours is longer, notes in brackets included. */
const longestHeader = 80;

/** The role a header text gives its column; notes in brackets and units are left aside. Undefined when it is no word of ours. */
export const headerWord = (text: string): HeaderWord | undefined =>
  text.length > longestHeader ? undefined : readWord(text);

const readWord = remembered((text: string): HeaderWord | undefined => {
  const label = foldLabel(text);
  const exact = roles.get(label);
  if (exact !== undefined) return exact;
  const bare = label.replace(/[(（【[].*$/, '').replace(/[:：※*]+$/, '');
  return bare === label ? undefined : roles.get(bare);
});
