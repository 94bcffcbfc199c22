import { Link, useLocation } from "@tanstack/react-router";
import type { Call } from "@veche/contracts";
import { iconExternalLink } from "@veche/ui";
import { lazy, Suspense } from "react";
import type { Stay } from "../features/call/call-place-state.ts";
import { AddPeople } from "../features/call/add-people.tsx";
import { Control } from "../features/call/control-bar.tsx";
import { DockedCall } from "../features/call/docked-call.tsx";
import { ElsewhereCard } from "../features/call/elsewhere-card.tsx";
import { usePopOut } from "../features/call/pop-out/use-pop-out.ts";
import { ModeStrip } from "../features/supervision/mode-strip.tsx";
import { notifyWarning } from "../platform/kit/notify.ts";
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

const PoppedCall = lazy(() =>
  import("../features/call/pop-out/popped-call.tsx").then((file) => ({
    default: file.PoppedCall,
  })),
);

/** A call goes on in the corner while one looks at another page; that of colleagues may fill the window. */
export function CallDock() {
  const { calls, desk } = useWorkplace();
  const place = useStore(calls.state);
  const { session } = useStore(desk.state);
  const { pathname } = useLocation();
  // A colleague's call belongs to no session of the Desk: it stays in the corner there too.
  const isShownThere = pathname === "/desk" && session !== null;
  if (place.kind === "elsewhere")
    return isShownThere ? null : <CallElsewhere call={place.call} />;
  if (place.kind !== "here") return null;
  if (place.isOfColleagues)
    return <ColleaguesCall stay={place.stay} of={place.of} />;
  return <CustomersCall stay={place.stay} isShownThere={isShownThere} />;
}

interface CustomersCallProps {
  readonly stay: Stay;
  /** The Desk has it before it. */
  readonly isShownThere: boolean;
}

/** My session, or one of others that I supervise. */
function CustomersCall({ stay, isShownThere }: CustomersCallProps) {
  const { t } = useTexts();
  const { calls, desk } = useWorkplace();
  const { session } = useStore(desk.state);
  const { me } = useStore(stay.session.snapshot);
  if (me?.supervision !== undefined) return <SupervisedCall stay={stay} />;
  if (isShownThere) return null;
  const back = (
    <Link to="/desk" className={styles["back"]}>
      {t("call.back")}
    </Link>
  );
  return (
    <DockedCall
      stay={stay}
      name={session?.customer.name ?? ""}
      back={session === null ? null : back}
      onEnd={() => calls.hangUp()}
    />
  );
}

/** The call of a session that another serves. */
function SupervisedCall({ stay }: { readonly stay: Stay }) {
  const { calls, supervision } = useWorkplace();
  const { call } = useStore(stay.session.snapshot);
  return (
    <Suspense fallback={null}>
      <GroupWindow
        stay={stay}
        name={useName(call)}
        onLeave={() => calls.leave()}
        onEndForAll={undefined}
        notice={<ModeStrip stay={stay} supervision={supervision} />}
      />
    </Suspense>
  );
}

function CallElsewhere({ call }: { readonly call: Call }) {
  const { calls } = useWorkplace();
  return (
    <ElsewhereCard name={useName(call)} onTakeOver={() => calls.takeOver()} />
  );
}

interface ColleaguesCallProps {
  readonly stay: Stay;
  /** What it was when I came; of two it may become a group's. */
  readonly of: Call["kind"];
}

function ColleaguesCall({ stay, of }: ColleaguesCallProps) {
  const texts = useTexts();
  const { calls } = useWorkplace();
  const { call } = useStore(stay.session.snapshot);
  const popOut = usePopOut();
  const name = useName(call);
  const isOfTwo = (call?.kind ?? of) === "pair";
  const leave = () => (isOfTwo ? calls.hangUp() : calls.leave());
  if (popOut.opened !== null)
    return (
      <Suspense fallback={null}>
        <PoppedCall stay={stay} name={name} popOut={popOut} onLeave={leave} />
      </Suspense>
    );
  const popCallOut = async () => {
    if ((await popOut.open()) === "refused")
      notifyWarning(texts, texts.t("call.popOutRefused"));
  };
  const tools = (
    <>
      {isOfTwo && call?.state === "active" && (
        <AddPeople call={call} onInvite={(userIds) => calls.invite(userIds)} />
      )}
      <Control
        icon={iconExternalLink}
        words={texts.t("call.popOut")}
        onClick={() => void popCallOut()}
      />
    </>
  );
  return (
    <Suspense fallback={null}>
      <GroupWindow
        stay={stay}
        name={name}
        onLeave={leave}
        onEndForAll={isOfTwo ? undefined : () => calls.hangUp()}
        tools={tools}
      />
    </Suspense>
  );
}

/** The group's title, or whom one talks with. */
function useName(call: Call | null): string {
  const { realtime } = useWorkplace();
  const me = useMe();
  const conversations = useStore(realtime.conversations);
  const title = conversations.find(
    ({ id }) => id === call?.conversationId,
  )?.title;
  const others = call?.participants.filter(
    ({ principalId, state }) => principalId !== me.id && state !== "left",
  );
  return title ?? others?.map(({ name }) => name).join(", ") ?? "";
}
