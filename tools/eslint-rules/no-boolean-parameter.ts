import type { Rule } from "eslint";

const functions =
  ":matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression, TSMethodSignature, TSFunctionType)";

/** `open(file, true)` says nothing to its reader: among several parameters a flag goes into a named option. */
export const noBooleanParameter: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { url: "docs/decisions/0012-types-tell-the-truth.md" },
    messages: {
      flag: "A boolean among positional parameters: use an options object with names (docs/decisions/0012-types-tell-the-truth.md).",
    },
  },
  create(context) {
    const report = (node: Rule.Node): void =>
      context.report({ node, messageId: "flag" });
    const several = `${functions}[params.1]`;
    return {
      [`${several} > Identifier[typeAnnotation.typeAnnotation.type="TSBooleanKeyword"]`]:
        report,
      [`${several} > AssignmentPattern[right.raw=/^(true|false)$/]`]: report,
    };
  },
};
