import { foldLabel } from '../../kernel';

/** What a column of an answer table is for. */
export type HeaderRole =
  | 'year'
  | 'grant'
  | 'goal'
  | 'goal-name'
  | 'group'
  | 'id'
  | 'number'
  | 'indicator'
  | 'branch'
  | 'sub-branch'
  | 'points'
  | 'column-number'
  | 'answer'
  | 'other';

const roles: ReadonlyMap<string, HeaderRole> = new Map([
  ...words('year', '年度', '評価年度', '対象年度', '交付年度', 'fiscalyear', 'year'),
  ...words('grant', '交付金', '交付金名', '交付金区分', '交付金種別', '交付金の種類', 'grant'),
  ...words('goal', '目標', '目標番号', '目標no', '目標no.', 'goal'),
  ...words('goal-name', '目標名', '目標名称', '目標内容'),
  ...words('group', '指標群', '群', '指標群名', '指標区分', '指標の種類', 'group'),
  ...words('id', 'id', '枝番id', '項目id', '指標id', '識別子', '識別番号', 'criterion', 'criterionid'),
  ...words('number', '番号', 'no', 'no.', '指標番号', '項番', '項目番号', '指標no', '指標no.', 'number'),
  ...words(
    'indicator',
    '指標',
    '指標名',
    '評価指標',
    '項目',
    '評価項目',
    '指標名称',
    '指標内容',
    '指標項目',
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
    '得点',
  ),
]);

function words(role: HeaderRole, ...spellings: readonly string[]): readonly (readonly [string, HeaderRole])[] {
  return spellings.map((spelling) => [spelling, role] as const);
}

/** The role a header text gives its column; notes in brackets and units are left aside. Undefined when it is no word of ours. */
export const headerRole = (text: string): HeaderRole | undefined => {
  const label = foldLabel(text);
  const exact = roles.get(label);
  if (exact !== undefined) return exact;
  const bare = label.replace(/[(（【[].*$/, '').replace(/[:：※*]+$/, '');
  return bare === label ? undefined : roles.get(bare);
};
