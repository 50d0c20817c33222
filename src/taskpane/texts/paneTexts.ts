import type { Language, Severity } from '../../kernel';
import type { BusyStage, Notice, Screen, Task } from '../state';
import type { LayoutTexts } from './layoutTexts';
import type { ReportTexts } from './reportTexts';
import type { ResultTexts } from './resultTexts';
import type { SourceTexts } from './sourceTexts';

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
