import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import ts from 'typescript-6';

/** Attributes whose value is read or heard. */
const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'heading', 'aria-description'];

/** Words that stand in the html and svg templates of a source, instead of in the catalogues. */
function literalWords(source: string): readonly string[] {
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/u.test(node.tag.getText())) {
      words.push(...wordsOf(markup(node.template)));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('element.ts', source, ts.ScriptTarget.ES2022, true));
  return words;
}

/** The fixed parts of a template, with a mark where a value goes. */
function markup(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return [template.head.text, ...template.templateSpans.map(({literal}) => literal.text)].join('§');
}

function wordsOf(text: string): readonly string[] {
  const bare = text.replace(/<!--[\s\S]*?-->/gu, '');
  const attributes = spoken.flatMap((name) =>
    [...bare.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'gu'))].map((match) => match[1] ?? ''),
  );
  const between = bare.replace(/<[^>]*>/gu, ' ').split(/\s{2,}|\n/u);
  return [...attributes, ...between].filter((piece) => /\p{L}{2}/u.test(piece));
}

test('the scan finds words in text, in attributes and in nested templates', () => {
  const source =
    'const a = html`<p class="x" aria-label="Shut it">${b ? html`<b>Hello</b>` : nothing} §</p><i>${t.x}</i>`;';
  assert.deepEqual(
    literalWords(source)
      .map((words) => words.trim())
      .sort(),
    ['Hello', 'Shut it'],
  );
});

test('no element has words of its own: all are in the catalogues', () => {
  const files = globSync(['src/elements/**/*.ts', 'launch/**/*.ts']);
  assert.ok(files.length > 40);
  const hits = files.flatMap((file) =>
    literalWords(readFileSync(file, 'utf8')).map((words) => `${file}: ${words.trim()}`),
  );
  assert.deepEqual(hits, []);
});
