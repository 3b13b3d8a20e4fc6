/**
 * Leaves the wording of refusals and errors out of mutation testing: a string inside the arguments of `refuse` or of a
 * thrown error. Every other string (operators, names of rules and axioms, keys) is mutated.
 */
const isMessage = (path) =>
  path.findParent(
    (p) =>
      p.isThrowStatement() ||
      (p.isCallExpression() && p.node.callee.type === 'Identifier' && p.node.callee.name === 'refuse'),
  ) !== null;

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'messages',
    value: {
      shouldIgnore: (path) =>
        (path.isStringLiteral() || path.isTemplateLiteral()) && isMessage(path)
          ? 'the wording of a message'
          : undefined,
    },
  },
];
