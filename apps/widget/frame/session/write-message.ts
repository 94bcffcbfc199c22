import { isOpen } from "./requests.ts";
import { attempt, type Widget } from "./widget.ts";

/** Sends a message; without an open request it also asks for somebody to answer it. */
export function writeMessage(widget: Widget, body: string): void {
  widget.typing.rest();
  void attempt(widget, async () => {
    const client = await widget.line.connected();
    const conversationId = widget.conversationId();
    if (conversationId === null) return;
    client.sendMessage(conversationId, body);
    if (!isOpen(widget.requests.current.get()))
      await widget.requests.ask("chat");
  });
}
