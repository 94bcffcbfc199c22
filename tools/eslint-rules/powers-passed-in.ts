import type { Rule } from "eslint";

type NodeOf<Type extends Rule.Node["type"]> = Extract<
  Rule.Node,
  { type: Type }
>;
type Identifier = Omit<NodeOf<"Identifier">, "parent">;
type MemberExpression = Omit<NodeOf<"MemberExpression">, "parent">;
type NewExpression = Omit<NodeOf<"NewExpression">, "parent">;

const members: Readonly<Record<string, readonly string[]>> = {
  Date: ["now"],
  Math: ["random"],
  crypto: ["randomUUID", "getRandomValues"],
  performance: ["now"],
  process: ["env"],
};
const functions = new Set([
  "setTimeout",
  "setInterval",
  "setImmediate",
  "fetch",
  "randomUUID",
]);
const globalObjects = new Set(["globalThis", "window", "self"]);

/** The name a member is reached by, written either way: `a.b` or `a["b"]`. */
function memberName(node: MemberExpression): string | undefined {
  if (!node.computed && node.property.type === "Identifier")
    return node.property.name;
  return node.property.type === "Literal"
    ? String(node.property.value)
    : undefined;
}

/** Names an object, whether reached bare or through the global object (`window.crypto`). */
function objectName(node: MemberExpression["object"]): string | undefined {
  if (node.type === "Identifier") return node.name;
  const isGlobalMember =
    node.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    globalObjects.has(node.object.name);
  return isGlobalMember ? memberName(node) : undefined;
}

/**
 * Time, chance, waiting, the network and the environment are powers: whoever needs one is given it by its maker,
 * so that a signature is a list of powers and a test drives all of them.
 */
export const powersPassedIn: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    docs: { url: "docs/decisions/0010-powers-are-passed-in.md" },
    messages: {
      ambient:
        "`{{name}}` is a power: take it as a parameter (docs/decisions/0010-powers-are-passed-in.md).",
    },
  },
  create(context) {
    const isGlobal = (identifier: Identifier): boolean => {
      const scope = context.sourceCode.getScope(identifier);
      const reference = scope.references.find(
        (one) => one.identifier === identifier,
      );
      return (
        reference === undefined || (reference.resolved?.defs.length ?? 0) === 0
      );
    };
    const report = (node: Rule.Node, name: string): void =>
      context.report({ node, messageId: "ambient", data: { name } });

    return {
      MemberExpression(node) {
        const object = objectName(node.object);
        const member = memberName(node);
        if (object === undefined || member === undefined) return;
        if (node.object.type === "Identifier" && !isGlobal(node.object)) return;
        if (members[object]?.includes(member) === true)
          report(node, `${object}.${member}`);
        if (globalObjects.has(object) && functions.has(member))
          report(node, `${object}.${member}`);
      },
      "CallExpression > Identifier.callee"(
        node: Identifier & Rule.NodeParentExtension,
      ) {
        if (
          functions.has(node.name) &&
          (isGlobal(node) || node.name === "randomUUID")
        )
          report(node, node.name);
      },
      NewExpression(node: NewExpression & Rule.NodeParentExtension) {
        if (node.callee.type !== "Identifier" || node.callee.name !== "Date")
          return;
        if (node.arguments.length === 0 && isGlobal(node.callee))
          report(node, "new Date()");
      },
    };
  },
};
