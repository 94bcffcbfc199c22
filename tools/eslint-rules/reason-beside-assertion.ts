import type { Rule } from "eslint";

/** `as` and `!` overrule the compiler: each stands beside a comment that says why it may. */
export const reasonBesideAssertion: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { url: "docs/decisions/0012-types-tell-the-truth.md" },
    messages: {
      reason:
        "An assertion overrules the compiler: say why in a comment on this line or just above (docs/decisions/0012-types-tell-the-truth.md).",
    },
  },
  create(context) {
    const commentedLines = new Set<number>();
    for (const comment of context.sourceCode.getAllComments()) {
      const { start, end } = comment.loc ?? {};
      if (start === undefined || end === undefined) continue;
      for (let line = start.line; line <= end.line; line += 1)
        commentedLines.add(line);
    }
    const statementOf = (node: Rule.Node): Rule.Node => {
      let current = node;
      while (
        !/Statement$|Declaration$|^Property/.test(current.type) &&
        current.type !== "Program"
      )
        current = current.parent;
      return current;
    };
    const check = (node: Rule.Node): void => {
      const first = statementOf(node).loc?.start.line ?? 0;
      const last = node.loc?.end.line ?? 0;
      for (let line = first - 1; line <= last; line += 1)
        if (commentedLines.has(line)) return;
      context.report({ node, messageId: "reason" });
    };
    return {
      'TSAsExpression:not([typeAnnotation.typeName.name="const"])': check,
      TSNonNullExpression: check,
      TSTypeAssertion: check,
    };
  },
};
