import { basename } from "node:path";
import type { Rule } from "eslint";

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const vague =
  /(?:^|[-.])(?:utils?|helpers?|common|managers?|misc|base|stuff)(?:[-.]|$)/;

/** A file is named in kebab-case as its one main thing, and never by a word that fits everything. */
export const fileName: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { url: "docs/decisions/0011-one-idea-per-file.md" },
    messages: {
      kebab:
        "File name `{{name}}` is not kebab-case (docs/decisions/0011-one-idea-per-file.md).",
      vague:
        "`{{name}}` says nothing: name the file after its one main thing (docs/decisions/0011-one-idea-per-file.md).",
    },
  },
  create(context) {
    const name = basename(context.filename)
      .replace(/\.[cm]?[jt]sx?$/, "")
      .replace(/^\./, "");
    return {
      Program(node) {
        if (!kebabCase.test(name))
          context.report({ node, messageId: "kebab", data: { name } });
        if (vague.test(name))
          context.report({ node, messageId: "vague", data: { name } });
      },
    };
  },
};
