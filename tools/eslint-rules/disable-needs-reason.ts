import type { Rule } from "eslint";

/** A rule is switched off only with a reason beside it: `-- why`. */
export const disableNeedsReason: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { url: "docs/decisions/0012-types-tell-the-truth.md" },
    messages: {
      reason:
        "Say after ` -- ` why this rule is switched off here (docs/decisions/0012-types-tell-the-truth.md).",
    },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const isDirective =
            /^\s*(eslint-disable|@ts-(expect-error|ignore|nocheck))/.test(
              comment.value,
            );
          const hasReason = /--\s*\S{3,}|@ts-expect-error\s+\S{3,}/.test(
            comment.value,
          );
          if (isDirective && !hasReason && comment.loc)
            context.report({ loc: comment.loc, messageId: "reason" });
        }
      },
    };
  },
};
