import type { Problem, Severity } from '../../kernel';
import type { SingleReport } from '../../report';
import type { WriteReport } from '../../workbook';
import type { Mapping } from '../mapping';
import type { FigureAnswer } from './figureAt';
import type { BusyStage, Notice, PreviewRow, Reading, Screen, Task, WrittenScore } from './paneState';

/** Everything that can happen to the pane. */
export type PaneEvent =
  | { readonly kind: 'started'; readonly task: Task }
  | { readonly kind: 'progressed'; readonly stage: BusyStage; readonly done: number; readonly total: number }
  /** Nothing moved for a while. */
  | { readonly kind: 'stalled' }
  | { readonly kind: 'cancelling' }
  /** The workbook was read; `next` is where the person goes from here, absent = stay. */
  | {
      readonly kind: 'read';
      readonly reading: Reading;
      readonly mapping: Mapping;
      readonly written: WrittenScore | undefined;
      readonly next: Screen | undefined;
      /** 採点 or 更新 was asked for; a mere reading again keeps what was decided on the way. */
      readonly anew: boolean;
    }
  /** The same workbook, read in another way. */
  | { readonly kind: 'remapped'; readonly reading: Reading; readonly mapping: Mapping }
  | { readonly kind: 'report-chosen'; readonly report: SingleReport; readonly wanted: boolean }
  | {
      readonly kind: 'previewed';
      readonly preview: readonly PreviewRow[];
      readonly offered: ReadonlySet<SingleReport>;
    }
  | { readonly kind: 'wrote'; readonly report: WriteReport; readonly written: WrittenScore | undefined }
  | { readonly kind: 'restored' }
  | { readonly kind: 'figure-found'; readonly figure: FigureAnswer }
  | { readonly kind: 'noticed'; readonly notice: Notice }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'shown'; readonly screen: Screen }
  | { readonly kind: 'filtered'; readonly filter: Severity | 'all' }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'cells-changed' };
