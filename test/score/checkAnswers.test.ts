import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';

const problemsOf = (year: string, met: readonly string[]) =>
  evaluated([
    {
      grid: answerForm({
        year,
        municipality: '北塩原村',
        prefecture: '福島県',
        mark: ({ id }) => (met.includes(id) ? '○' : '×'),
      }),
    },
  ]).problems.map(({ name, criterion, found, expected }) => [name, criterion, found, expected]);

describe('checkAnswers', () => {
  it('says when a narrower tier is met without the wider one', () => {
    expect(problemsOf('R7', ['P2a1b'])).toEqual([['tier-gap', 'P2a1b', 'ケアプラン点検の実施状況 イ', 'ア']]);
    expect(problemsOf('R7', ['P2a1a', 'P2a1b'])).toEqual([]);
  });

  it('does not compare the steps of two measures', () => {
    expect(problemsOf('R7', ['S3a1b1'])).toEqual([]);
  });

  it('says when 推Ⅰ活動1 of R8 does not follow from the total, and scores what follows', () => {
    expect(problemsOf('R8', ['P1a1a'])).toEqual([['own-total-differs', 'P1a1a', '3点', '0点']]);
    expect(problemsOf('R8', [])).toEqual([]);
    expect(problemsOf('R7', ['P1a1a'])).toEqual([]);
  });
});
