import type { Conversation } from "@veche/contracts";
import { useNow } from "../../../platform/now.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { peerOf } from "../conversation-name.ts";
import { useMessenger } from "../messenger-context.tsx";
import { presenceWords } from "../../../platform/people/presence-words.ts";
import { usePresence } from "../../../platform/people/use-presence.ts";

/** Whether the other one of a conversation of two is there. */
export function PeerLine({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const texts = useTexts();
  const { me } = useMessenger();
  const nowMs = useNow(30_000);
  const presence = usePresence(peerOf(conversation, me.id)?.principalId);
  return presenceWords(texts, presence, nowMs);
}
