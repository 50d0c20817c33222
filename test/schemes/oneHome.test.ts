import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const src = join(__dirname, '../../src');

/** Where the word `common` may stand, and why; nowhere may a goal be told by its number. */
const wordsOf: Readonly<Record<string, string>> = {
  'schemes/counting.ts': 'says what it means',
  'schemes/scheme.ts': 'the word of the data',
  'schemes/names.ts': 'the word as a type, beside the official one',
  'schemes/idsInWords.ts': 'one of the three a place without a grant may mean',
  'settings/fields.ts': 'the contract of the settings names the goals of last year',
  'answers/labels.ts': 'reads 共通 as that word',
  'report/json.ts': 'the word of the JSON contract for the total of both grants',
  'report/scoreFile.ts': 'the JSON contract',
};

/** Every place of a source that says by itself which goal is common: the word, a goal compared with 4, an id of goal Ⅳ. */
const ownRules = (name: string, text: string): readonly string[] => {
  if (!/["'`]common|goal|[CPS\]]4/i.test(text)) return [];
  const found: string[] = [];
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const said = node.getText(file);
    if (ts.isStringLiteralLike(node) && node.text === 'common') found.push(said);
    if (isTextPart(node) && /(^|[^A-Z0-9])[CPS]4(?![0-9A-F])/.test(node.text)) found.push(said);
    if (ts.isRegularExpressionLiteral(node) && /[CPS\]]4/.test(said)) found.push(said);
    if (ts.isBinaryExpression(node) && isFour(node.right) && /goal/i.test(node.left.getText(file))) found.push(said);
    if (ts.isCaseClause(node) && isFour(node.expression) && /goal/i.test(node.parent.parent.expression.getText(file)))
      found.push(said);
    if (
      isNamed(node) &&
      /goal/i.test(node.name.getText(file)) &&
      node.initializer !== undefined &&
      isFour(node.initializer)
    )
      found.push(said);
    node.forEachChild(visit);
  };
  visit(file);
  return found;
};

const isFour = (node: ts.Node): boolean => ts.isNumericLiteral(node) && Number(node.text) === 4;
const isTextPart = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
const isNamed = (node: ts.Node): node is ts.VariableDeclaration | ts.PropertyAssignment =>
  ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node);

/** Sentences for people may name a goal as an example. */
const isSentences = (name: string): boolean => /^(kernel|problems)\//.test(name);

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => relative(src, join(src, name)).replaceAll('\\', '/'))
  .filter((name) => !isSentences(name));

it.each([
  'const isFourth = goal === 4;',
  'const own = indicator.goal !== 4 ? 1 : 2;',
  'const commonGoal = 4;',
  'const place = { grant, goal: 4, group };',
  "const times = grant === 'common' ? 2 : 1;",
  'const id = `C4o${number}`;',
  "const first = 'C4o1';",
  "const own = prefix.replace(/^[PS]4/, '');",
  'switch (goal) { case 4: break; }',
])('sees a rule of its own in: %s', (text) => {
  expect(ownRules('some.ts', text)).not.toEqual([]);
});

it.each(["const fill = 'FFC4B3';", 'const columns = 4;', "const word = '共通';", 'const four = goals.length === 40;'])(
  'sees none in: %s',
  (text) => {
    expect(ownRules('some.ts', text)).toEqual([]);
  },
);

it('keeps what counts in both grants in schemes/counting.ts', () => {
  expect(sources.length).toBeGreaterThan(200);
  const own = sources.flatMap((name) =>
    wordsOf[name] === undefined
      ? ownRules(name, readFileSync(join(src, name), 'utf8')).map((said) => `${name}: ${said}`)
      : [],
  );
  expect(own).toEqual([]);
});

it.each(Object.entries(wordsOf))('still needs the word in %s: %s', (name) => {
  expect(ownRules(name, readFileSync(join(src, name), 'utf8'))).not.toEqual([]);
});
