/** How a person starts this program: by npm in a clone, by Node.js alone where there is no npm. */
export type CalledAs = 'npm' | 'node';

const called = /npm run (score|template)(?: --)?/g;

/** A text of ours that tells how to call the program, written with npm, as it is right here. */
export const asCalled = (text: string, calledAs: CalledAs = 'npm'): string =>
  calledAs === 'npm'
    ? text
    : text.replace(called, (_, command: string) =>
        command === 'score' ? 'node incentive-cli.mjs' : `node incentive-cli.mjs ${command}`,
      );
