import type { Worded } from '../../problems';

/** Names of parts, elements, cells and formats: the same in every language. */
export const named = (name: string): Worded => ({ ja: name, en: name });

/** What a refusal says in brackets, in the language of its sentence. */
export const details = {
  dtd: { ja: 'DTD（文書型の宣言）が入っています', en: 'it holds a DTD' },
  xmlTag: { ja: 'XML のタグが長すぎます', en: 'an XML tag is too long' },
  xmlDepth: { ja: 'XML の入れ子が深すぎます', en: 'XML elements are nested too deeply' },
  xmlName: { ja: 'XML の名前が長すぎます', en: 'an XML name is too long' },
  xmlAttributes: { ja: 'XML の属性が多すぎます', en: 'an XML tag has too many attributes' },
  xmlNamespace: { ja: 'XML の名前空間の宣言が長すぎます', en: 'an XML namespace is too long' },
  xmlNames: (part: string) => ({
    ja: `${part} の XML の名前が多すぎます`,
    en: `${part} holds too many XML names`,
  }),
  styleParents: { ja: 'スタイルが互いを元にしています', en: 'styles rest on one another without end' },
  columns: { ja: '列の設定が重なりすぎています', en: 'settings of columns lie over one another' },
  merges: { ja: 'セルの結合が重なりすぎています', en: 'merged areas lie over one another' },
  zip64: { ja: 'ZIP64 の記録が正しくありません', en: 'its ZIP64 records are wrong' },
  duplicateParts: { ja: '同じ名前の部品が 2 つあります', en: 'two of its parts have one name' },
  leavingPaths: { ja: 'ファイルの外を指す部品名があります', en: 'it names parts outside the file' },
  overlappingParts: { ja: '部品が重なっています', en: 'its parts overlap' },
  encryptedParts: { ja: '暗号化された部品があります', en: 'it holds encrypted parts' },
  compression: (method: number) => ({
    ja: `知らない圧縮方式（${method}）です`,
    en: `unknown compression method ${method}`,
  }),
  manyTags: (most: number) => ({ ja: `XML のタグが ${most} 個を超えます`, en: `more than ${most} XML tags` }),
  manyTexts: (most: number) => ({ ja: `文字列が ${most} 個を超えます`, en: `more than ${most} texts` }),
  manyParts: (count: number) => ({ ja: `部品が ${count} 個あります`, en: `${count} parts` }),
  largeTotal: (megabytes: number) => ({
    ja: `全体で ${megabytes} MB を超えます`,
    en: `more than ${megabytes} MB in all`,
  }),
  largePart: (part: string, megabytes: number) => ({
    ja: `${part} が ${megabytes} MB になります`,
    en: `${part} would take ${megabytes} MB`,
  }),
  ratio: (part: string, ratio: number) => ({
    ja: `${part} が ${ratio} 倍になります`,
    en: `${part} grows by a factor of ${ratio}`,
  }),
  formatsAbsent: { ja: 'セルの書式がブックにありません', en: 'the formats of its cells are not in the workbook' },
  formula: { ja: '数式が入っています', en: 'it holds a formula' },
  underMerge: { ja: '結合したセルの下にあります', en: 'it lies under a merged block' },
  locked: { ja: 'シートの保護でロックされています', en: 'it is locked by the protection of its sheet' },
  unreadable: { ja: '書いた結果を読み返せません', en: 'what was written cannot be read back' },
} as const satisfies Readonly<Record<string, Worded | ((...found: never[]) => Worded)>>;
