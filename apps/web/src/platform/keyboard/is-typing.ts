const typingInputs = new Set([
  "text",
  "search",
  "email",
  "tel",
  "url",
  "password",
  "number",
]);

/** Is the person writing there? Then letters and Enter are theirs, not ours. */
export function isTyping(target: EventTarget | null): boolean {
  if (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  if (target instanceof HTMLInputElement) return typingInputs.has(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}
