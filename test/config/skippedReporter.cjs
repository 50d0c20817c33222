/** Names every skipped test at the end of a run: what needs a program that is not installed must not go unseen. */
module.exports = class SkippedReporter {
  onRunComplete(_, { testResults }) {
    const skipped = testResults
      .flatMap((file) => file.testResults)
      .filter(({ status }) => status === 'pending' || status === 'todo');
    for (const { fullName } of skipped) console.log(`Skipped: ${fullName}`);
  }
};
