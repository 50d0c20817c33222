import type { AnswerStateName } from '../../answers';
import type { Language, Severity } from '../../problems';
import type { RankBand } from '../../rank';
import type { SingleReport } from '../../report';
import type { Grant, GrantOrCommon } from '../../schemes';
import type { FigureSource } from '../../workbook';
import type { Recognition } from '../mapping/recognition';
import type { BusyStage, Notice, Screen, Task } from '../state/paneState';

/** Every word of the pane in one language; problems bring their own (kernel). */
export interface PaneTexts {
  readonly language: Language;
  readonly title: string;
  readonly help: string;
  readonly tabs: Readonly<Record<Exclude<Screen, 'welcome'>, string>>;
  readonly tabList: string;
  readonly dismiss: string;

  readonly welcome: {
    readonly heading: string;
    readonly lines: readonly [string, string, string];
    readonly score: string;
    readonly sample: string;
    readonly skip: string;
    readonly privacy: string;
    readonly nothingRead: string;
    readonly nothingReadHint: string;
  };

  readonly layout: LayoutTexts;

  readonly problems: {
    readonly heading: string;
    readonly groups: Readonly<Record<Severity, string>>;
    readonly filter: string;
    readonly all: string;
    readonly none: string;
    readonly noneOfFilter: string;
    readonly jump: string;
    readonly jumpTo: (place: string) => string;
    readonly stake: (points: number) => string;
    readonly keys: string;
    readonly more: (count: number) => string;
    readonly stale: string;
    readonly recheck: string;
  };

  readonly preview: {
    readonly heading: string;
    readonly change: (before: string, now: string) => string;
    readonly first: (now: string) => string;
    readonly created: string;
    readonly refreshed: string;
    readonly unchanged: string;
    readonly cells: (count: number) => string;
    readonly range: (address: string) => string;
    readonly edited: string;
    readonly editedWarning: string;
    readonly onlyOurs: string;
    readonly open: (count: number) => string;
    readonly write: string;
    readonly back: string;
    readonly make: string;
    readonly missing: string;
  };

  readonly reports: ReportTexts;
  readonly result: ResultTexts;
  readonly source: SourceTexts;

  readonly busy: {
    readonly tasks: Readonly<Record<Task, string>>;
    readonly stages: Readonly<Record<BusyStage, string>>;
    readonly waiting: string;
    readonly cancel: string;
    readonly cancelling: string;
    readonly progress: (percent: number) => string;
  };

  readonly notices: Readonly<Record<Notice, string>>;

  readonly fault: {
    readonly where: string;
    readonly effect: string;
    readonly cure: string;
    readonly crashed: string;
    readonly reload: string;
  };

  readonly outside: {
    readonly heading: string;
    readonly text: string;
    readonly hint: string;
  };
}

/** The words of the screen 読み取り. */
export interface LayoutTexts {
  readonly heading: string;
  readonly recognised: string;
  readonly choices: string;
  readonly confidence: string;
  readonly levels: Readonly<Record<Recognition['level'], string>>;
  readonly counts: (found: number, asked: number, unread: number) => string;
  readonly municipality: string;
  readonly severalMunicipalities: (first: string, count: number) => string;
  readonly nation: (municipalities: number) => string;
  readonly sheet: string;
  readonly allSheets: (count: number) => string;
  readonly column: string;
  readonly allColumns: (found: string) => string;
  readonly columnName: (letter: string, header: string) => string;
  readonly noHeader: string;
  readonly year: string;
  /** Opens a scheme file of a year that is not packaged. */
  readonly addYear: string;
  readonly yearFound: (year: string | undefined) => string;
  readonly samples: string;
  readonly sampleColumns: readonly [string, string, string];
  readonly blank: string;
  readonly readAs: Readonly<Record<AnswerStateName, string>>;
  readonly marks: string;
  readonly markQuestion: (mark: string, count: number) => string;
  readonly markAnswers: Readonly<Record<'met' | 'unmet' | 'open', string>>;
  readonly changes: string;
  readonly change: (place: string, before: string, now: string) => string;
  readonly confirm: string;
  readonly again: string;
  readonly remembered: string;
  readonly refused: string;
}

/** The words of the choice of reports on the screen 書き込み. */
export interface ReportTexts {
  readonly heading: string;
  readonly hint: string;
  readonly names: Readonly<Record<SingleReport, string>>;
  /** What the sheet holds. */
  readonly about: Readonly<Record<SingleReport, string>>;
  /** When the report says nothing about the results in hand. */
  readonly needs: Readonly<Record<SingleReport, string>>;
  readonly standing: string;
  /** How many sheets the next write takes, read out when a box was ticked. */
  readonly sheets: (count: number) => string;
}

/** The words of the screen 結果. */
export interface ResultTexts {
  readonly heading: string;
  readonly municipality: string;
  readonly points: (total: number, max: number) => string;
  readonly provisional: (min: number, max: number) => string;
  readonly rate: (percent: string) => string;
  readonly rank: (rank: RankBand) => string;
  readonly noRank: string;
  readonly basis: Readonly<Record<RankBand['basis'], string>>;
  readonly rankLabel: string;
  readonly goals: string;
  readonly grants: Readonly<Record<GrantOrCommon, string>>;
  readonly grantTotals: Readonly<Record<Grant, string>>;
  readonly bar: (points: number, max: number, mean: string | undefined) => string;
  readonly legend: string;
  readonly charts: string;
  /** The table of a chart's figures, and the header of its first column. */
  readonly chartTable: string;
  readonly chartCategory: string;
  readonly noOutcome: string;
  readonly checkCode: string;
  readonly checkCodeHint: string;
  readonly restore: string;
  readonly refresh: string;
  readonly openSheet: string;
  readonly notWritten: string;
  readonly sheetsWritten: (names: string) => string;
}

/** The words of 「この数字はどこから？」. */
export interface SourceTexts {
  readonly heading: string;
  readonly hint: string;
  readonly ask: string;
  readonly scoreFirst: string;
  readonly kindLabel: string;
  readonly kinds: Readonly<Record<FigureSource['kind'], string>>;
  readonly printed: string;
  readonly text: string;
  readonly jump: string;
  readonly noFigure: string;
  readonly notOurs: string;
  readonly otherScoring: string;
  /** The sheet says `found` (nothing when empty) where the last scoring prints something else. */
  readonly differs: (found: string) => string;
}
