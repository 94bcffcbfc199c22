import { Link, useNavigate } from "@tanstack/react-router";
import type { PastCall } from "@veche/contracts";
import { MyCallsPage } from "../../features/my-calls/my-calls-page.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { Guarded } from "../guarded.tsx";
import { chatsPath } from "../sections.ts";
import { useWorkplace } from "../workplace-context.ts";

/** My calls, with the way back to each. */
export function MyCallsRoute() {
  const { calls, entrance, groupCalls, realtime } = useWorkplace();
  const navigate = useNavigate();
  const isFree = useStore(calls.state).kind === "none";
  const conversations = useStore(realtime.conversations);
  const conversationOf = ({ conversationId }: PastCall) =>
    conversations.find(({ id }) => id === conversationId);
  const callBack = async (call: PastCall) => {
    const { conversationId, media } = call;
    await navigate({ to: chatsPath, params: { conversationId } });
    const going = groupCalls.state.get().get(conversationId);
    await (going === undefined
      ? entrance.start(conversationId, media)
      : entrance.join(going));
  };
  return (
    <Guarded path="/calls">
      <MyCallsPage
        titleOf={(call) => conversationOf(call)?.title ?? undefined}
        linkTo={(call, words) =>
          conversationOf(call) === undefined ? (
            words
          ) : (
            <Link
              to={chatsPath}
              params={{ conversationId: call.conversationId }}
            >
              {words}
            </Link>
          )
        }
        mayCall={(call) => conversationOf(call) !== undefined}
        callBack={isFree ? callBack : undefined}
      />
    </Guarded>
  );
}
