import type { ConversationId, PrincipalId } from "@veche/contracts";
import {
  createStore,
  type Powers,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";

/** The contract's word: typing is seen for five seconds. */
const shownForMs = 5000;

export interface TypingPeersDeps {
  readonly realtime: Pick<RealtimeClient, "on">;
  readonly powers: Pick<Powers, "after">;
  readonly conversationId: ConversationId;
}

/** Who types in a conversation now. */
export interface TypingPeers extends Readable<readonly PrincipalId[]> {
  readonly close: () => void;
}

export function createTypingPeers({
  realtime,
  powers,
  conversationId,
}: TypingPeersDeps): TypingPeers {
  const store = createStore<readonly PrincipalId[]>([]);
  const cancels = new Map<PrincipalId, () => void>();
  const without = (principalId: PrincipalId) =>
    store.get().filter((one) => one !== principalId);
  const forget = (principalId: PrincipalId) => {
    cancels.get(principalId)?.();
    cancels.delete(principalId);
    if (store.get().includes(principalId)) store.set(without(principalId));
  };
  const leave = realtime.on("typing.shown", (notice) => {
    if (notice.conversationId !== conversationId) return;
    const { principalId } = notice;
    cancels.get(principalId)?.();
    cancels.set(
      principalId,
      powers.after(shownForMs, () => forget(principalId)),
    );
    if (!store.get().includes(principalId))
      store.set([...store.get(), principalId]);
  });
  return {
    ...store,
    close: () => {
      leave();
      for (const cancel of cancels.values()) cancel();
    },
  };
}
