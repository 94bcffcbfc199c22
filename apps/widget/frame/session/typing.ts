import type { ConversationId, NoticeOf, PrincipalId } from "@veche/contracts";
import { createStore, type Readable } from "@veche/realtime-client";
import type { WidgetPowers } from "./powers.ts";

const shownForMs = 5000;
const sayAgainAfterMs = 3000;

export interface Typing {
  /** Who of the others writes now. */
  readonly writers: Readable<readonly PrincipalId[]>;
  readonly shown: (notice: NoticeOf<"typing.shown">) => void;
  /** They sent what they wrote. */
  readonly written: (principalId: PrincipalId) => void;
  /** The visitor touched the field: the others are told, not more often than need be. */
  readonly touch: (conversationId: ConversationId) => void;
  readonly rest: () => void;
}

export function createTyping(
  { nowMs, after }: Pick<WidgetPowers, "nowMs" | "after">,
  show: (conversationId: ConversationId) => void,
): Typing {
  const writers = createStore<readonly PrincipalId[]>([]);
  const cancels = new Map<PrincipalId, () => void>();
  let saidAt = -Infinity;
  const written = (principalId: PrincipalId) => {
    cancels.get(principalId)?.();
    cancels.delete(principalId);
    if (writers.get().includes(principalId))
      writers.set(writers.get().filter((one) => one !== principalId));
  };
  return {
    writers,
    shown({ principalId }) {
      cancels.get(principalId)?.();
      cancels.set(
        principalId,
        after(shownForMs, () => written(principalId)),
      );
      if (!writers.get().includes(principalId))
        writers.set([...writers.get(), principalId]);
    },
    written,
    touch(conversationId) {
      if (nowMs() - saidAt < sayAgainAfterMs) return;
      saidAt = nowMs();
      show(conversationId);
    },
    rest() {
      saidAt = -Infinity;
    },
  };
}
