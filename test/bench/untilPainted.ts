/**
 * In the page, where its text is sent: milliseconds from the next such event to the end of the frame that shows what is waited
 * for.
 */
export const untilPainted = (event: string, isShown: () => boolean): Promise<number> =>
  new Promise((resolve) => {
    const begin = ({ timeStamp }: Event): void => {
      const look = (): void => {
        if (!isShown()) requestAnimationFrame(look);
        // The frame is painted before the next task.
        else
          setTimeout(() => {
            resolve(performance.now() - timeStamp);
          });
      };
      requestAnimationFrame(look);
    };
    window.addEventListener(event, begin, { capture: true, once: true });
  });
