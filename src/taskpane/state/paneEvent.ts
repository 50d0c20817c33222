import type { Problem, Severity } from '../../kernel';
import type { WriteReport } from '../../workbook';
import type { Mapping } from '../mapping';
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
    }
  /** The same workbook, read in another way. */
  | { readonly kind: 'remapped'; readonly reading: Reading; readonly mapping: Mapping }
  | { readonly kind: 'previewed'; readonly preview: readonly PreviewRow[] }
  | { readonly kind: 'wrote'; readonly report: WriteReport; readonly written: WrittenScore | undefined }
  | { readonly kind: 'restored' }
  | { readonly kind: 'noticed'; readonly notice: Notice }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'shown'; readonly screen: Screen }
  | { readonly kind: 'filtered'; readonly filter: Severity | 'all' }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'cells-changed' };
