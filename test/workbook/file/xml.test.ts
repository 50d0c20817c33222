import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { FileFault } from '../../../src/workbook/file/fault';
import { xmlTree, type XmlElement } from '../../../src/workbook/file/xml/tree';
import { textIn } from '../../../src/workbook/file/xml/tree';

const { DOMParser } = new JSDOM('').window;

/** What jsdom, which reads XML by a strict parser of other hands, says of a text; undefined when it is not well-formed. */
const seenByJsdom = (xml: string): unknown => {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  if (root.getElementsByTagName('parsererror').length > 0 || root.tagName === 'parsererror') return undefined;
  const shape = (element: Element): unknown => [
    element.namespaceURI ?? '',
    element.localName,
    [...element.attributes].map(({ name, value }) => [name, value]).sort(),
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3 || nodeType === 4)
      .map(({ nodeValue }) => nodeValue)
      .join('')
      .replace(/\r\n?/g, '\n'),
    [...element.children].map(shape),
  ];
  return shape(root);
};

const seenByUs = (xml: string): unknown => {
  const shape = (element: XmlElement): unknown => [
    element.space,
    element.name,
    [...element.attributes].sort(),
    textIn(xml, element).replace(/\r\n?/g, '\n'),
    element.children.map(shape),
  ];
  try {
    return shape(xmlTree(xml));
  } catch (cause) {
    if (cause instanceof FileFault) return undefined;
    throw cause;
  }
};

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

test.each([
  ['either quote, blanks and line ends', `${head}<a\n b='1"'\tc = "2'"\r\n d="&quot;&#10;&#x41;" ><b/>x&amp;y</a >`],
  ['prefixes', '<x:a xmlns:x="u" xmlns:y="v" y:z="1" x:z="2"><y:b/><c xmlns="w"><d/></c></x:a>'],
  ['comments and instructions everywhere', '<!-- a > b --><?p q?><a><!--</a>--><b/><?p </a>?></a><!-- </a> --> <?q?>'],
  ['CDATA', '<a>1<![CDATA[</a>&amp;]]]]><![CDATA[>]]>2</a>'],
  ['names of other scripts', '<表 名="一"><é-1.x/></表>'],
])('reads %s as jsdom does', (_, xml) => {
  expect(seenByUs(xml)).toEqual(seenByJsdom(xml));
  expect(seenByUs(xml)).toBeDefined();
});

test.each([
  ['names that differ', '<a><b></c></a>'],
  ['case that differs', '<a></A>'],
  ['an element that never ends', '<a><b></b>'],
  ['one end too many', '<a></a></a>'],
  ['two roots', '<a/><b/>'],
  ['text before the root', 'x<a/>'],
  ['text behind the root', '<a/>x'],
  ['CDATA outside the root', '<a/><![CDATA[x]]>'],
  ['no root', '<!-- a -->'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['an attribute twice by two prefixes', '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>'],
  ['no quotes', '<a b=1/>'],
  ['no value', '<a b/>'],
  ['no blank between attributes', '<a b="1"c="2"/>'],
  ['< in a value', '<a b="<"/>'],
  ['a bare &', '<a>&</a>'],
  ['a bare & in a value', '<a b="a&b"/>'],
  ['an entity nobody declared', '<a>&nbsp;</a>'],
  ['a reference to no character', '<a>&#0;</a>'],
  ['a control character', '<a>\u0001</a>'],
  [']]> in text', '<a>]]></a>'],
  ['-- in a comment', '<a><!-- a -- b --></a>'],
  ['a comment that never ends', '<a><!-- a </a>'],
  ['a name that begins with a digit', '<1a/>'],
  ['a name with two colons', '<a:b:c xmlns:a="u"/>'],
  ['a prefix of nothing', '<x:a/>'],
  ['a blank before the name', '< a/>'],
  ['a declaration that is not first', ' <?xml version="1.0"?><a/>'],
  ['a declaration of its own', '<?xml version="1.0" standalone="&#x79;es"?><a/>'],
  ['an attribute at the end', '<a></a b="1">'],
])('refuses %s, as jsdom does', (_, xml) => {
  expect(seenByJsdom(xml)).toBeUndefined();
  expect(seenByUs(xml)).toBeUndefined();
});

test('agrees with jsdom on small texts of chance', () => {
  const piece = fc.constantFrom('<a', '<b', '</a>', '</b>', '/>', '>', ' ', '\n', 'c="1"', "d='2'", 'c', '=', '"', "'", '&amp;', '&', '<!--', '-->', '<![CDATA[', ']]>', '<?p', '?>', 'x:', 'x', '<x:c', ' xmlns:x="u"', '</x:c>'); // prettier-ignore
  let wellFormed = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      for (const xml of [pieces.join(''), `<a>${pieces.join('')}</a>`, `<a ${pieces.join('')}/>`]) {
        const ours = seenByUs(xml);
        if (ours !== undefined) wellFormed += 1;
        expect([xml, ours]).toEqual([xml, seenByJsdom(xml)]);
      }
    }),
    { seed: 12, numRuns: 1_000 },
  );
  expect(wellFormed).toBeGreaterThan(200);
});

test.each([
  ['letters without =', `<a ${'b'.repeat(900_000)}/>`],
  ['names without =', `<a${' b'.repeat(450_000)}/>`],
  ['blanks', `<a${' '.repeat(900_000)}=/>`],
  ['quotes', `<a b="${'"'.repeat(900_000)}/>`],
  ['open quotes', `<a b='${'"'.repeat(900_000)}/>`],
  ['references that are none', `<a>${'&amp'.repeat(250_000)}</a>`],
  ['brackets', `<a>${']'.repeat(900_000)}</a`],
  ['many &amp; and one end', `<a>${'&amp;<b/>]]'.repeat(90_000)}`],
  ['comments that never end', `<a>${'<!--'.repeat(250_000)}`],
  ['attributes', `<a${Array.from({ length: 60_000 }, (_, at) => ` b${at}="1"`).join('')}`],
])('spends no squared time on %s', (_, xml) => {
  // Squared would be half an hour: the script is ended before.
  const seen: unknown = runInNewContext('see()', { see: () => seenByUs(xml) }, { timeout: 60_000 });
  expect(seen).toBeUndefined();
});
