import { useNavigate, useParams } from "@tanstack/react-router";
import type { ConversationId } from "@veche/contracts";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { createMessenger } from "../../features/messenger/create-messenger.ts";
import { MessengerPage } from "../../features/messenger/messenger-page.tsx";
import { useMe } from "../../platform/me.tsx";
import { useServices } from "../../platform/services.tsx";
import { useSteady } from "../../platform/use-steady.ts";
import { chatsPath } from "../sections.ts";
import { CallAgain, CallTools, GoingCall } from "./conversation-calling.tsx";
import { ConversationRecordings } from "./conversation-recordings.tsx";
import { useWorkplace } from "../workplace-context.ts";

const calling = {
  Tools: CallTools,
  Banner: GoingCall,
  Again: CallAgain,
} as const;

interface Opened {
  readonly conversationId: string | undefined;
  readonly seq: string | undefined;
}

/** The router's work would stand before the first frame of what is opened. */
const addressAfterMs = 50;

/**
 * The place one goes to, from the very moment one asks for it; it is written into the address when it stands on the
 * screen. Whatever the address says then counts.
 */
function useOpened() {
  const navigate = useNavigate();
  const { powers } = useServices();
  const { conversationId, seq } = useParams({ from: chatsPath });
  const address = `${conversationId ?? ""}/${seq ?? ""}`;
  const [asked, setAsked] = useState<{ at: string; params: Opened }>();
  // Else going back would lead there again.
  if (asked !== undefined && asked.at !== address) setAsked(undefined);
  useEffect(() => {
    if (asked === undefined) return undefined;
    const { params } = asked;
    return powers.after(
      addressAfterMs,
      () => void navigate({ to: chatsPath, params }),
    );
  }, [asked, powers, navigate]);
  const open = useSteady((toId: ConversationId | null, toSeq?: number) =>
    setAsked({
      at: address,
      params: { conversationId: toId ?? undefined, seq: toSeq?.toString() },
    }),
  );
  return { opened: asked?.params ?? { conversationId, seq }, open };
}

/** Conversations; the open one stands in the address. */
export function ChatsRoute(): ReactNode {
  const { realtime, uploads } = useWorkplace();
  const { powers, rest } = useServices();
  const me = useMe();
  const { opened, open } = useOpened();
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
    () => ({ ...parts, calling, Recordings: ConversationRecordings, open }),
    [parts, open],
  );
  const seq = Number(opened.seq);
  return (
    <MessengerPage
      messenger={messenger}
      // What is in the address may be anything; a conversation of that name is looked for and not found.
      conversationId={opened.conversationId as ConversationId | undefined}
      seq={Number.isSafeInteger(seq) && seq > 0 ? seq : null}
    />
  );
}
