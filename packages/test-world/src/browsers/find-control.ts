import type { ControlName } from "./screen.ts";

/**
 * Source of a function of the page: finds what a person would reach for by role and name, through open shadow roots.
 * For the browser whose driver knows no roles; the other uses its own, which is stricter.
 */
const finder = `(wanted) => {
  const roleOf = (element) => {
    const given = element.getAttribute("role");
    if (given) return given;
    const tag = element.localName;
    if (tag === "button") return "button";
    if (tag === "a" && element.hasAttribute("href")) return "link";
    if (tag === "textarea") return "textbox";
    if (tag === "select") return "combobox";
    if (tag === "dialog") return "dialog";
    if (/^h[1-6]$/.test(tag)) return "heading";
    if (tag === "input") return ({ button: "button", submit: "button", radio: "radio", checkbox: "checkbox" })[element.type] ?? "textbox";
    return "";
  };
  const nameOf = (element) => {
    const root = element.getRootNode();
    const labelledBy = element.getAttribute("aria-labelledby");
    if (labelledBy) return labelledBy.split(" ").map((id) => root.getElementById?.(id)?.textContent ?? "").join(" ").trim();
    const label = element.getAttribute("aria-label");
    if (label) return label.trim();
    if (element.labels?.length) return [...element.labels].map((one) => one.textContent).join(" ").trim();
    return (element.textContent || element.getAttribute("title") || element.getAttribute("placeholder") || "").replace(/\\s+/g, " ").trim();
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const walk = function* (root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* walk(element.shadowRoot);
    }
  };
  const fits = (name) => (wanted.pattern === null ? name === wanted.name : new RegExp(wanted.pattern, wanted.flags).test(name));
  for (const element of walk(document)) if (roleOf(element) === wanted.role && isShown(element) && fits(nameOf(element))) return element;
  return null;
}`;

/** Page text as a person sees it, shadow roots included. */
export const seenTextExpression = `(() => {
  const parts = [];
  const read = (root) => {
    parts.push(root.innerText ?? [...root.children].filter((one) => !/^(style|script)$/.test(one.localName)).map((one) => one.innerText ?? "").join("\\n"));
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) read(element.shadowRoot);
  };
  read(document.documentElement);
  return parts.join("\\n");
})()`;

export function findControlExpression({ role, name }: ControlName): string {
  const wanted =
    typeof name === "string"
      ? { role, name, pattern: null }
      : { role, name: null, pattern: name.source, flags: name.flags };
  return `(${finder})(${JSON.stringify(wanted)})`;
}
