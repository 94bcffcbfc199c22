import { useNavigate } from "@tanstack/react-router";
import type { CallMedia, UserId } from "@veche/contracts";
import { lazy, Suspense, useMemo, useState, type ReactNode } from "react";
import {
  ColleaguesContext,
  type Colleagues,
} from "../platform/people/colleagues.tsx";
import { chatsPath } from "./sections.ts";
import { useWorkplace } from "./workplace-context.ts";

const PersonDialog = lazy(() =>
  import("../features/people/person-dialog.tsx").then((file) => ({
    default: file.PersonDialog,
  })),
);

/** What any screen may ask of the people of the company; a card that is asked for lies over it. */
export function ColleaguesLayer({
  children,
}: {
  readonly children: ReactNode;
}) {
  const { realtime, calls, presences, photos } = useWorkplace();
  const navigate = useNavigate();
  const [shownId, setShownId] = useState<UserId | null>(null);
  const colleagues = useMemo((): Colleagues => {
    const openDirect = (userId: UserId) =>
      realtime.send("conversation.open_direct", { userId });
    const show = (conversationId: string) =>
      navigate({ to: chatsPath, params: { conversationId, seq: undefined } });
    return {
      presences,
      photos,
      showCard: setShownId,
      write: async (userId) => show((await openDirect(userId)).id),
      call: async (userId: UserId, media: CallMedia) => {
        const { id } = await openDirect(userId);
        await show(id);
        await calls.start(id, media);
      },
    };
  }, [realtime, calls, presences, photos, navigate]);
  return (
    <ColleaguesContext value={colleagues}>
      {children}
      <Suspense fallback={null}>
        {shownId !== null && (
          <PersonDialog
            key={shownId}
            userId={shownId}
            conversations={realtime.conversations}
            onClose={() => setShownId(null)}
          />
        )}
      </Suspense>
    </ColleaguesContext>
  );
}
