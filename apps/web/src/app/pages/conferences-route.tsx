import { useNavigate, useParams } from "@tanstack/react-router";
import type { ConferenceId, ConversationId } from "@veche/contracts";
import { ConferencesPage } from "../../features/conferences/conferences-page.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useWorkplace } from "../workplace-context.ts";
import { Guarded } from "../guarded.tsx";
import { chatsPath, conferencesPath } from "../sections.ts";

/** The calendar; the conference that a link leads to stands in the address. */
export function ConferencesRoute() {
  const navigate = useNavigate();
  const { conferenceId } = useParams({ from: conferencesPath });
  const { calls, entrance, groupCalls } = useWorkplace();
  const isInCall = useStore(calls.state).kind !== "none";
  const openConversation = (conversationId: ConversationId) =>
    void navigate({ to: chatsPath, params: { conversationId } });
  const joinCall = async (conversationId: ConversationId) => {
    const going = groupCalls.state.get().get(conversationId);
    await (going === undefined
      ? entrance.start(conversationId, "video")
      : entrance.join(going));
    openConversation(conversationId);
  };
  return (
    <Guarded path={conferencesPath}>
      <ConferencesPage
        // What is in the address may be anything; a conference of that name is looked for and not found.
        conferenceId={conferenceId as ConferenceId | undefined}
        onShut={() =>
          void navigate({ to: conferencesPath, params: {}, replace: true })
        }
        openConversation={openConversation}
        joinCall={isInCall ? undefined : joinCall}
        linkOf={({ id }) => `${location.origin}/conferences/${id}`}
      />
    </Guarded>
  );
}
