import { recordOf, textOf, type Wire } from '../model/wire';

/** DispatchIds: the event the library registers for to hear of clicks, and its answer to one. */
const clicked = 39;
const done = 94;

/** Excel's side of its ribbon: clicks that wait for a listener, and those that wait for an answer (rules/excel.md#ribbon). */
export interface RibbonDesk {
  /**
   * Presses a button. The click goes out as soon as the library listens, not a moment later. Resolves to the library's answer:
   * 0 when the command ran, 11101 when nobody had taken it on.
   */
  press(name: string): Promise<number>;
  /** Takes in a message of the library; the result are the clicks that follow its answer at once. */
  hear(actionName: string, sent: Wire): readonly Click[];
}

/** A click on its way: the name of the event, and its data. */
export interface Click {
  readonly event: string;
  readonly data: Wire;
}

export const ribbonDesk = (post: (click: Click) => void): RibbonDesk => {
  let event: string | undefined;
  const kept: Wire[] = [];
  const answers: ((status: number) => void)[] = [];
  return {
    press: (name) =>
      new Promise((resolve) => {
        const data = { 0: String(answers.push(resolve) - 1), 1: name, 2: JSON.stringify({ source: { id: name } }) };
        if (event === undefined) kept.push(data);
        else post({ event, data });
      }),
    hear: (actionName, sent) => {
      const { eventDispId, DdaMethod, 0: id, 1: status } = recordOf(sent);
      if (recordOf(DdaMethod)['DispatchId'] === done) answers[Number(textOf(id))]?.(Number(status));
      if (eventDispId !== clicked) return [];
      event = actionName;
      return kept.splice(0).map((data) => ({ event: actionName, data }));
    },
  };
};
