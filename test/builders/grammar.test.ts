import { grammarFaults, grammarOf } from './grammar';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheet = (body: string): string => `<worksheet xmlns="${main}">${body}</worksheet>`;
const cells = (row: string): string => sheet(`<sheetData><row r="1">${row}</row></sheetData>`);

describe('the description of a format', () => {
  const grammar = grammarOf('ooxml.grammar');

  test.each([
    ['a sheet without anything', sheet('<sheetData/>')],
    ['a number', cells('<c r="A1"><v>1</v></c>')],
    ['a text', cells('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>')],
  ])('accepts %s', (_, xml) => {
    expect(grammarFaults(grammar, xml)).toEqual([]);
  });

  test.each([
    ['no sheetData', sheet(''), 'holds'],
    ['widths behind the cells', sheet('<sheetData/><cols><col min="1" max="1"/></cols>'), 'holds sheetData;cols;'],
    ['an element twice', sheet('<sheetData/><sheetData/>'), 'holds'],
    ['an element of nobody', sheet('<sheetData/><what/>'), 'holds'],
    ['an element of another namespace', sheet('<sheetData xmlns="urn:x"/>'), '{urn:x}sheetData'],
    ['an attribute of nobody', cells('<c r="A1" what="1"/>'), 'no attribute what'],
    ['a kind of cell that is none', cells('<c r="A1" t="text"/>'), 't="text" is not'],
    ['a style that is no number', cells('<c r="A1" s="x"/>'), 's="x" is not uint'],
    ['a required attribute missing', sheet('<cols><col min="1"/></cols><sheetData/>'), 'max is missing'],
    ['text where none belongs', sheet('<sheetData>1</sheetData>'), 'text "1"'],
    ['another document', '<sheet/>', 'no document begins with sheet'],
    ['no XML', '<worksheet', 'not well-formed'],
  ])('finds %s', (_, xml, fault) => {
    expect(grammarFaults(grammar, xml).join('\n')).toContain(fault);
  });
});
