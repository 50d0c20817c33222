import { answerForm } from '../../builders/answerSheets';
import { evaluate } from '../../../src/evaluation';
import { resultSheets } from '../../../src/report';
import type { Scheme } from '../../../src/schemes';
import { plainSheet, plainWorkbook, type SheetContent } from '../../../src/workbook';
import type { Draw } from './draw';
import type { Truth } from './truth';

/** Sheets that lie beside the answers, and the name of what they are. */
export interface Companions {
  readonly kind: string;
  readonly before: readonly SheetContent[];
  readonly after: readonly SheetContent[];
}

/** What companions are made of: the form once more with other answers, under another name and title. */
export interface Again {
  readonly truth: Truth;
  /** Almost the same answers, and others of another year. */
  readonly few: Truth;
  readonly lastYear: Truth;
  readonly lastScheme: Scheme;
  readonly scheme: Scheme;
  /** The sheets of the form with these answers; `whose` stands in the place of the municipality. */
  readonly formWith: (answers: Truth | 'empty' | 'all', sheet: string, whose?: string) => readonly SheetContent[];
}

const kinds = [
  'example',
  'example of ○○市',
  'example, short',
  'last year',
  'empty form',
  'copy',
  'older version',
  'our results',
  'plan',
  'words',
] as const;

export const drawCompanions = (draw: Draw, again: Again, odd: number): Companions | undefined => {
  if (!draw.chance(odd)) return undefined;
  // Before R6 no year's criteria are known.
  const kind = draw.one(again.scheme.fiscalYear === 'R6' ? kinds.filter((one) => one !== 'last year') : kinds);
  const sheets = sheetsFor(draw, kind, again);
  return draw.chance(0.5) ? { kind, before: sheets, after: [] } : { kind, before: [], after: sheets };
};

const exampleNames = ['記入例', '記載例', '【記入例】', '入力例', '回答例', '例'];

const sheetsFor = (draw: Draw, kind: (typeof kinds)[number], again: Again): readonly SheetContent[] => {
  const { truth, few, lastYear, lastScheme, scheme, formWith } = again;
  switch (kind) {
    case 'example':
      return formWith('all', draw.one(exampleNames));
    case 'example of ○○市':
      return formWith(
        'all',
        draw.one([...exampleNames, 'Sheet2']),
        draw.one(['○○県○○市', '△△市', '〇〇町', '□□市', 'A市']),
      );
    case 'example, short':
      return formWith('all', draw.one(exampleNames)).map((sheet) => ({ ...sheet, grid: sheet.grid.slice(0, 12) }));
    case 'last year': {
      const { fiscalYear } = lastScheme;
      const count = fiscalYear.slice(1);
      const grid = answerForm({
        year: fiscalYear,
        municipality: truth.municipality.name,
        prefecture: truth.municipality.prefecture,
        mark: ({ id }) => (lastYear.met.has(id) ? '○' : '×'),
      });
      return [
        plainSheet(draw.one([fiscalYear, `令和${count}年度`, '前年度', '昨年度回答', `R${count}回答（参考）`]), grid),
      ];
    }
    case 'empty form':
      return formWith('empty', draw.one(['様式', '原紙', 'ブランク', '回答票 (2)']));
    case 'copy':
      return formWith(truth, draw.one(['控え', '回答 (2)', 'コピー']));
    case 'older version':
      return formWith(few, draw.one(['旧', '旧版', '修正前', '第1稿', '回答(1)']));
    case 'our results':
      return pastedResults(scheme, few);
    case 'plan':
      return [planOf(draw, scheme, truth)];
    case 'words':
      return [
        plainSheet('リスト', [['回答'], ['○'], ['×']]),
        plainSheet('留意事項', [
          ['回答にあたっての留意事項'],
          ['１　令和５年度の実績により回答してください。'],
          ['２　該当する場合は「○」、該当しない場合は「×」を記入してください。'],
        ]),
      ];
  }
};

/** Our own sheets of an earlier run, pasted as values: nothing marks them as ours. */
const pastedResults = (scheme: Scheme, { municipality, met }: Truth): readonly SheetContent[] => {
  const grid = answerForm({
    year: scheme.fiscalYear,
    municipality: municipality.name,
    prefecture: municipality.prefecture,
    mark: ({ id }) => (met.has(id) ? '○' : '×'),
  });
  const results = evaluate(plainWorkbook(plainSheet('回答', grid)));
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return resultSheets(results.value).map(({ name, rows }) =>
    plainSheet(
      name,
      rows.map((row) => row.map(({ value }) => value)),
    ),
  );
};

/** What is to be done about the criteria that are not met. */
const planOf = (draw: Draw, scheme: Scheme, { met }: Truth): SheetContent => {
  const verdicts = draw.one([
    ['高', '中', '低'],
    ['可', '済', '否'],
    ['○', '△', '×'],
  ]);
  const rows = scheme.indicators.flatMap((indicator) =>
    indicator.criteria
      .filter(({ id }) => !met.has(id))
      .map((criterion) => [
        indicator.name,
        criterion.label,
        criterion.points,
        0,
        draw.one(verdicts),
        draw.one(['', '次年度に対応', '予算要求']),
      ]),
  );
  return plainSheet(draw.one(['改善計画', '要改善', '対応方針']), [
    ['指標', '枝番', '配点', '現在', draw.one(['判定', '優先度', '対応']), '対応'],
    ...rows,
  ]);
};
