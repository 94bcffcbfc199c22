import { useNavigate, useParams } from "@tanstack/react-router";
import type { ConversationId } from "@veche/contracts";
import type { ReactNode } from "react";
import { JoinPage } from "../../features/messenger/join/join-page.tsx";
import { useServices } from "../../platform/services.tsx";
import { chatsPath } from "../sections.ts";
import { useWorkplace } from "../workplace-context.ts";

/** An invitation to a conversation; its secret stands in the address. */
export function JoinRoute(): ReactNode {
  const { realtime } = useWorkplace();
  const { rest } = useServices();
  const navigate = useNavigate();
  const { token } = useParams({ from: "/join/$token" });
  return (
    <JoinPage
      token={token}
      look={() => rest("getInvitation", { params: { token } })}
      join={() => realtime.send("invitation.accept", { token })}
      open={(conversationId: ConversationId | null) =>
        void navigate({
          to: chatsPath,
          params: { conversationId: conversationId ?? undefined },
          replace: true,
        })
      }
    />
  );
}
