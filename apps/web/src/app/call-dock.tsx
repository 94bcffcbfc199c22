import { Link, useLocation } from "@tanstack/react-router";
import type { ConversationId } from "@veche/contracts";
import { lazy, Suspense } from "react";
import type { Stay } from "../features/call/call-place-state.ts";
import { DockedCall } from "../features/call/docked-call.tsx";
import { useMe } from "../platform/me.tsx";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { useWorkplace } from "./workplace-context.ts";
import styles from "./shell.module.css";

const GroupWindow = lazy(() =>
  import("../features/call/group/group-window.tsx").then((file) => ({
    default: file.GroupWindow,
  })),
);

/** A call goes on in the corner while one looks at another page; that of a group may fill the window. */
export function CallDock() {
  const { t } = useTexts();
  const { calls, desk } = useWorkplace();
  const place = useStore(calls.state);
  const { session } = useStore(desk.state);
  const { pathname } = useLocation();
  // A colleague's call belongs to no session of the Desk: it stays in the corner there too.
  const isShownThere = pathname === "/desk" && session !== null;
  if (place.kind !== "here") return null;
  if (place.of === "group") return <GroupCall stay={place.stay} />;
  if (isShownThere) return null;
  const back = (
    <Link to="/desk" className={styles["back"]}>
      {t("call.back")}
    </Link>
  );
  return (
    <DockedCall
      stay={place.stay}
      name={session?.customer.name ?? ""}
      back={session === null ? null : back}
      onEnd={() => calls.hangUp()}
    />
  );
}

function GroupCall({ stay }: { readonly stay: Stay }) {
  const { calls } = useWorkplace();
  const me = useMe();
  const { call } = useStore(stay.session.snapshot);
  const title = useTitle(call?.conversationId);
  return (
    <Suspense fallback={null}>
      <GroupWindow
        stay={stay}
        name={title}
        onLeave={() => calls.leave()}
        onEndForAll={
          call?.callerId === me.id ? () => calls.hangUp() : undefined
        }
      />
    </Suspense>
  );
}

function useTitle(conversationId: ConversationId | undefined): string {
  const { realtime } = useWorkplace();
  const conversations = useStore(realtime.conversations);
  return conversations.find(({ id }) => id === conversationId)?.title ?? "";
}
