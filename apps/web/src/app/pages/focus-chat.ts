/** Puts the cursor where one writes to the customer. */
export function focusChat(): void {
  document.querySelector<HTMLTextAreaElement>("[data-chat-input]")?.focus();
}
