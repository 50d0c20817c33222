import type { BusyStage, Task } from './paneState';

/** The stages each task goes through, in order; each counts alike. */
const stagesOf: Readonly<Record<Task, readonly BusyStage[]>> = {
  read: ['look', 'measure', 'read', 'score'],
  preview: ['look', 'read', 'prepare'],
  write: ['look', 'read', 'prepare', 'write'],
  restore: ['undo'],
  sample: ['write'],
  source: ['look'],
  year: ['score'],
};

/** How much of a task is done, 0 to 1: the stages before, and the round trips of this one. */
export const shareDone = (task: Task, stage: BusyStage, done: number, total: number): number => {
  const stages = stagesOf[task];
  const place = stages.indexOf(stage);
  if (place < 0) return 0;
  const within = total > 0 ? Math.min(1, done / total) : 0;
  return (place + within) / stages.length;
};
