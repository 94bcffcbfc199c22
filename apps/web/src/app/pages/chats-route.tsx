import { useNavigate, useParams } from "@tanstack/react-router";
import type { ConversationId } from "@veche/contracts";
import { useMemo, useState, type ReactNode } from "react";
import { createMessenger } from "../../features/messenger/create-messenger.ts";
import { MessengerPage } from "../../features/messenger/messenger-page.tsx";
import { useMe } from "../../platform/me.tsx";
import { useServices } from "../../platform/services.tsx";
import { chatsPath } from "../sections.ts";
import { useWorkplace } from "../workplace-context.ts";

/** Conversations; the open one stands in the address. */
export function ChatsRoute(): ReactNode {
  const { realtime, uploads } = useWorkplace();
  const { powers, rest } = useServices();
  const me = useMe();
  const navigate = useNavigate();
  const params = useParams({ from: chatsPath });
  const [parts] = useState(() =>
    createMessenger({
      realtime,
      powers,
      me,
      storage: localStorage,
      rest,
      uploads,
    }),
  );
  const messenger = useMemo(
    () => ({
      ...parts,
      open: (conversationId: ConversationId | null, seq?: number) =>
        void navigate({
          to: chatsPath,
          params: {
            conversationId: conversationId ?? undefined,
            seq: seq === undefined ? undefined : String(seq),
          },
        }),
    }),
    [parts, navigate],
  );
  const seq = Number(params.seq);
  return (
    <MessengerPage
      messenger={messenger}
      // What is in the address may be anything; a conversation of that name is looked for and not found.
      conversationId={params.conversationId as ConversationId | undefined}
      seq={Number.isSafeInteger(seq) && seq > 0 ? seq : null}
    />
  );
}
