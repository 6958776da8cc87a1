// Finds the places where a source can be broken, one change each.
import {readFileSync} from 'node:fs';
import ts from 'typescript-6';

const {SyntaxKind: Kind} = ts;

/** What each operator is changed to: a boundary moved, a comparison turned around, a condition weakened. */
const OPERATORS = new Map([
  [Kind.LessThanToken, ['<=', '>=']],
  [Kind.LessThanEqualsToken, ['<', '>']],
  [Kind.GreaterThanToken, ['>=', '<=']],
  [Kind.GreaterThanEqualsToken, ['>', '<']],
  [Kind.EqualsEqualsEqualsToken, ['!==']],
  [Kind.ExclamationEqualsEqualsToken, ['===']],
  [Kind.AmpersandAmpersandToken, ['||']],
  [Kind.BarBarToken, ['&&']],
  [Kind.PlusToken, ['-']],
  [Kind.MinusToken, ['+']],
  [Kind.AsteriskToken, ['/']],
  [Kind.SlashToken, ['*']],
  [Kind.PercentToken, ['*']],
  [Kind.BarBarEqualsToken, ['&&=']],
  [Kind.PlusEqualsToken, ['-=']],
]);
const SWAPPED = new Map([
  ['min', 'max'],
  ['max', 'min'],
  ['some', 'every'],
  ['every', 'some'],
]);

/**
 * @param {string} root folder of the project, with a slash at its end
 * @param {string} file path from there
 * @returns {{file: string, line: number, from: number, to: number, was: string, becomes: string, context: string, nth: number}[]}
 *   `nth`: which of the equal changes of equal lines it is
 */
export function findMutants(root, file) {
  const text = readFileSync(root + file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found = [];
  const add = (from, to, becomes) => {
    const line = source.getLineAndCharacterOfPosition(from).line;
    const context = text.split('\n')[line].trim();
    const was = text.slice(from, to);
    const nth = found.filter(
      (one) => one.context === context && one.was === was && one.becomes === becomes,
    ).length;
    found.push({file, line: line + 1, from, to, was, becomes, context, nth});
  };
  visit(source);
  return found;

  function visit(node) {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isTypeAliasDeclaration(node)) return;
    mutate(node);
    ts.forEachChild(node, visit);
  }

  function mutate(node) {
    const start = node.getStart(source);
    if (ts.isBinaryExpression(node)) {
      const {operatorToken} = node;
      for (const other of OPERATORS.get(operatorToken.kind) ?? [])
        add(operatorToken.getStart(source), operatorToken.end, other);
    } else if (node.kind === Kind.TrueKeyword || node.kind === Kind.FalseKeyword) {
      if (!ts.isLiteralTypeNode(node.parent))
        add(start, node.end, node.kind === Kind.TrueKeyword ? 'false' : 'true');
    } else if (ts.isNumericLiteral(node)) {
      if (!isPlace(node)) add(start, node.end, `(${node.text} + 1)`);
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken) {
      add(start, node.operand.getStart(source), '');
    } else if (ts.isConditionalExpression(node)) {
      add(node.condition.getStart(source), node.condition.end, `!(${node.condition.getText(source)})`);
    } else if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
      const {expression} = node;
      add(expression.getStart(source), expression.end, `!(${expression.getText(source)})`);
      if (ts.isIfStatement(node) && !node.elseStatement) add(start, node.end, ';');
    } else if (ts.isExpressionStatement(node)) {
      // A place to pause says nothing of the result: tests/domain/steps.test.ts and the bench hold those.
      if (ts.isYieldExpression(node.expression) && !node.expression.expression) return;
      const isSuper =
        ts.isCallExpression(node.expression) && node.expression.expression.kind === Kind.SuperKeyword;
      if (!isSuper) add(start, node.end, ';');
    } else if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) {
      add(start, node.end, ';');
    } else if (ts.isPropertyAccessExpression(node) && SWAPPED.has(node.name.text)) {
      if (ts.isCallExpression(node.parent))
        add(node.name.getStart(source), node.name.end, SWAPPED.get(node.name.text));
    } else if (
      ts.isBlock(node) &&
      node.parent &&
      ts.isFunctionLike(node.parent) &&
      node.statements.length > 0
    ) {
      if (!ts.isConstructorDeclaration(node.parent)) add(start, node.end, '{ return; }');
    }
  }

  /** A literal that is a place in a list, or a type. */
  function isPlace(node) {
    return (
      ts.isLiteralTypeNode(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node)
    );
  }
}
