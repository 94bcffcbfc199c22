import { Button } from "@mantine/core";
import type { DeviceSource, LocalMedia } from "@veche/call-client";
import type { GuestStay } from "@veche/contracts";
import { iconMessage } from "@veche/ui";
import { useEffect, useRef, useState } from "react";
import { GroupWindow } from "../../features/call/group/group-window.tsx";
import { CallRecordingsProvider } from "../../features/call/recording/recordings-context.ts";
import type { Stay } from "../../features/call/call-place-state.ts";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { ServerClockProvider } from "../../platform/server-now.tsx";
import { useServices } from "../../platform/services.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  createGuestParts,
  openMedia,
  type GuestParts,
} from "./create-guest-parts.ts";
import { createComing, type Coming, type WaitsFor } from "./create-coming.ts";
import { GuestChat } from "./guest-chat.tsx";
import { Preview } from "./preview.tsx";
import styles from "./guest.module.css";

interface GuestRoomProps {
  readonly stay: GuestStay;
  /** The devices as they were tried at the door. */
  readonly media: LocalMedia;
  readonly onLeft: () => void;
}

/** The conference from a guest's side: its call and its chat, and nothing else of the company. */
export function GuestRoom({ stay, media, onLeft }: GuestRoomProps) {
  const services = useServices();
  const tried = useRef<LocalMedia | null>(media);
  const [parts, setParts] = useState<GuestParts>();
  useEffect(() => {
    const made = createGuestParts(services, stay, () => {
      const given = tried.current ?? openMedia();
      tried.current = null;
      return given;
    });
    setParts(made);
    return made.close;
  }, [services, stay]);
  return (
    parts && (
      <ServerClockProvider offsetMs={parts.realtime.clockOffsetMs}>
        <CallRecordingsProvider value={parts.recordings}>
          <Inside {...{ stay, media, parts, onLeft }} />
        </CallRecordingsProvider>
      </ServerClockProvider>
    )
  );
}

interface InsideProps extends GuestRoomProps {
  readonly parts: GuestParts;
}

/** Their stay ends on the server with their word; where it can't be said, with its time. */
async function leaveFor({ parts, onLeft }: InsideProps): Promise<void> {
  await parts.calls.leave().catch(() => undefined);
  await parts.rest("leaveAsGuest", {}).catch(() => undefined);
  onLeft();
}

function Inside(props: InsideProps) {
  const { stay, parts, onLeft } = props;
  const { t } = useTexts();
  const [isChatShown, setChatShown] = useState(false);
  const line = useStore(parts.realtime.state);
  const place = useStore(parts.calls.state);
  useEffect(() => {
    if (line.kind === "stopped") onLeft();
  }, [line.kind, onLeft]);
  const leave = () => leaveFor(props);
  return (
    <div className={styles["room"]} data-chat={isChatShown}>
      <div className={styles["call"]}>
        {place.kind === "here" ? (
          <InCall stay={place.stay} name={stay.title} onLeave={leave} />
        ) : (
          <Waiting {...props} onLeave={leave} />
        )}
        {!isChatShown && (
          <Button
            className={styles["toChat"]}
            variant="default"
            radius="xl"
            leftSection={<Icon paths={iconMessage} size={18} />}
            onClick={() => setChatShown(true)}
          >
            {t("guest.chat")}
          </Button>
        )}
      </div>
      {isChatShown && (
        <GuestChat
          realtime={parts.realtime}
          stay={stay}
          onClose={() => setChatShown(false)}
        />
      )}
    </div>
  );
}

function InCall({
  stay,
  name,
  onLeave,
}: {
  readonly stay: Stay;
  readonly name: string;
  readonly onLeave: () => Promise<void>;
}) {
  return (
    <GroupWindow
      stay={stay}
      name={name}
      onLeave={onLeave}
      onEndForAll={undefined}
    />
  );
}

const sources = ["microphone", "camera"] as const satisfies DeviceSource[];

/** On the way in, as long as they are not. */
function useComing({ stay, media, parts }: InsideProps): {
  readonly waitsFor: WaitsFor;
  readonly again: () => void;
} {
  const texts = useTexts();
  const tell = useRef<(failure: unknown) => void>(() => undefined);
  useEffect(() => {
    tell.current = (failure) => notifyFailure(texts, failure);
  });
  const [waitsFor, setWaitsFor] = useState<WaitsFor>("call");
  const present = useRef<Coming>(undefined);
  useEffect(() => {
    const coming = createComing({
      ...parts,
      conversationId: stay.conversationId,
      sources: () =>
        sources.filter((one) => media.state.get()[one].kind === "on"),
      onFailure: (failure) => tell.current(failure),
    });
    present.current = coming;
    const end = coming.waitsFor.subscribe(() =>
      setWaitsFor(coming.waitsFor.get()),
    );
    return () => {
      end();
      coming.close();
    };
  }, [stay, media, parts]);
  return { waitsFor, again: () => present.current?.again() };
}

const titles = {
  call: "guest.waitTitle",
  word: "guest.lobbyTitle",
  no: "guest.refusedTitle",
  unlocking: "guest.lockedTitle",
} as const;
const advices = {
  call: "guest.wait",
  word: "guest.lobby",
  no: "guest.refused",
  unlocking: "guest.locked",
} as const;

/** Before the call, or before its door: they see themselves meanwhile. */
function Waiting(
  props: InsideProps & { readonly onLeave: () => Promise<void> },
) {
  const { stay, media, onLeave } = props;
  const { t } = useTexts();
  const local = useStore(media.state);
  const { waitsFor, again } = useComing(props);
  return (
    <main className={styles["page"]}>
      <div className={styles["card"]}>
        <h1>{stay.title}</h1>
        <div role="status">
          <p>{t(titles[waitsFor])}</p>
          <p className={styles["quiet"]}>{t(advices[waitsFor])}</p>
        </div>
        <Preview media={media} local={local} />
        {waitsFor === "unlocking" && (
          <Button onClick={again}>{t("action.retry")}</Button>
        )}
        <Button variant="default" onClick={() => void onLeave()}>
          {t("guest.leave")}
        </Button>
      </div>
    </main>
  );
}
