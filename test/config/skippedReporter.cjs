/** Names every skipped test at the end of a run: what needs a program that is not installed must not go unseen. */
module.exports = class SkippedReporter {
  constructor({ testNamePattern }) {
    this.chosenByName = Boolean(testNamePattern);
  }

  onRunComplete(_, { testResults }) {
    if (this.chosenByName) return;
    const skipped = testResults
      .flatMap((file) => file.testResults)
      .filter(({ status }) => status === 'pending' || status === 'todo');
    for (const { fullName } of skipped) console.log(`Skipped: ${fullName}`);
  }
};
