import type { ScoredResults } from '../../evaluation';
import { fiscalYearLabel, westernYear } from '../../kernel';
import { publicSourceHeadings } from '../../workbook';
import { csvText } from './table';

/** A line of the file that tells where the tables come from. */
export type SourceLine = readonly [item: string, text: string];

/** What the tables are, where their figures come from, and under which terms they may be used. */
export const sourceLines = (results: ScoredResults): readonly SourceLine[] => {
  const { scheme, national, municipalities, money, checkCode } = results;
  const [first, ...others] = municipalities;
  const who =
    others.length > 0 ? `${municipalities.length.toLocaleString('en-US')}市町村` : (first?.identity.name ?? '');
  const open = municipalities.filter(({ provisional }) => provisional).length;
  const documents = (what: string, cited: ScoredResults['scheme']['documents'] = []): readonly SourceLine[] =>
    cited.map(({ publisher, title, url }) => [what, `${publisher}「${title}」${url === undefined ? '' : ` ${url}`}`]);
  return [
    ['名称', `${who}　${scheme.title}の評価結果`],
    ['対象年度', `${fiscalYearLabel(scheme.fiscalYear)}（${westernYear(scheme.fiscalYear)}年度）`],
    ['状態', open === 0 ? '確定' : `暫定（${open}市町村に未確定の回答があります）`],
    ['得点', '回答を評価指標により採点した値'],
    ['検算コード', checkCode],
    ...documents('評価指標と配点の出典', scheme.documents),
    ...documents('全国の該当市町村数と順位の出典', national?.documents),
    ['交付額', '「根拠」の列に示すもの（内示額、配分計画による計算、試算）。試算は内示額ではありません'],
    ['空欄', '値がないか、まだ確定していないもの'],
    ['利用条件', money.settings?.document.license ?? '公開する団体が定めます'],
    ['形式', '文字コード UTF-8（BOM 付き）、改行 CRLF、RFC 4180'],
  ];
};

/** The lines as a file. */
export const sourcesCsv = (lines: readonly SourceLine[]): string => csvText([publicSourceHeadings, ...lines]);
