import { citations } from '../../../src/schemes/lint/structure';
import { holdsForEveryYear, indicatorIn, nationalFor, schemeFor } from './packaged';

describe('citations', () => {
  holdsForEveryYear(citations, (year) => schemeFor(year));

  test('a source that is not declared is named', () => {
    const scheme = schemeFor('R8', (scheme) => {
      indicatorIn(scheme, 'P1p1').source.document = 'rumour';
    });
    expect(citations.check(scheme)).toEqual([
      { place: 'rumour', message: '出典「rumour」が documents にありません（登録済み：results・distribution）' },
    ]);
  });

  test('a document nobody cites is named', () => {
    const scheme = schemeFor('R7', (scheme) => {
      scheme.documents.push({ ...scheme.documents[0]!, id: 'unread' });
    });
    expect(citations.check(scheme)).toEqual([
      { place: 'unread', message: '文書「unread」はどこからも引かれていません' },
    ]);
  });

  test('two documents do not share an id', () => {
    const scheme = schemeFor('R7', (scheme) => {
      scheme.documents.push(scheme.documents[0]!);
    });
    expect(citations.check(scheme)).toEqual([{ place: 'results', message: '文書のID「results」が二度使われています' }]);
  });

  test.each(['R6', 'R7', 'R8'] as const)('the national figures of %s cite what they declare', (year) => {
    expect(citations.check(nationalFor(year).national)).toEqual([]);
  });
});
