import { useMutation, useQuery } from "@tanstack/react-query";
import type { LocalMedia } from "@veche/call-client";
import type { GuestDoor, GuestEntrance, GuestStay } from "@veche/contracts";
import { useEffect, useState } from "react";
import { BrandMark } from "../../platform/branding/brand-mark.tsx";
import { useBranding } from "../../platform/branding/use-branding.ts";
import { FailedState } from "../../platform/kit/failed-state.tsx";
import { LanguageSwitch } from "../../platform/language/language-switch.tsx";
import { useRest, useServices } from "../../platform/services.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { openMedia } from "./create-guest-parts.ts";
import { DoorForm } from "./door-form.tsx";
import { GuestRoom } from "./guest-room.tsx";
import { createKeptStay } from "./kept-stay.ts";
import { Preview } from "./preview.tsx";
import styles from "./guest.module.css";

/** The whole of the app for somebody without an account: the door of one conference, and its room. */
export function GuestPage({ linkToken }: { readonly linkToken: string }) {
  const [kept] = useState(() => createKeptStay(sessionStorage, linkToken));
  const [stay, setStay] = useState<GuestStay | null>(kept.get);
  const [isOver, setOver] = useState(false);
  const [media, setMedia] = useState(openMedia);
  const keep = (next: GuestStay | null) => {
    kept.set(next);
    setStay(next);
  };
  if (stay !== null)
    return (
      <GuestRoom
        stay={stay}
        media={media}
        onLeft={() => {
          keep(null);
          setOver(true);
          setMedia(openMedia());
        }}
      />
    );
  return (
    <Door
      {...{ linkToken, media, isOver }}
      onStay={(next) => {
        setOver(false);
        keep(next);
      }}
    />
  );
}

interface DoorProps {
  readonly linkToken: string;
  readonly media: LocalMedia;
  /** They were in, and are no more. */
  readonly isOver: boolean;
  readonly onStay: (stay: GuestStay) => void;
}

function Door({ linkToken, media, isOver, onStay }: DoorProps) {
  const rest = useRest();
  const { language } = useTexts();
  const { chooseLanguage } = useServices();
  const branding = useBranding();
  const local = useStore(media.state);
  const params = { token: linkToken };
  const query = useQuery({
    queryKey: ["guest-door", linkToken],
    queryFn: () => rest("lookAtGuestDoor", { params }),
    retry: false,
    // Whoever is out again may be so because the link ended.
    staleTime: 0,
  });
  const entering = useMutation({
    mutationFn: (entrance: Omit<GuestEntrance, "language">) =>
      rest("enterAsGuest", { params, body: { ...entrance, language } }),
    onSuccess: onStay,
  });
  useEffect(() => void media.turnOn("microphone", "camera"), [media]);
  return (
    <main className={styles["page"]}>
      <div className={styles["card"]}>
        <BrandMark branding={branding} size={36} />
        {query.isError && (
          <FailedState
            failure={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {!query.isError && query.data !== undefined && (
          <>
            <Heading door={query.data} isOver={isOver} />
            <Preview media={media} local={local} />
            <DoorForm
              door={query.data}
              failure={entering.error}
              isBusy={entering.isPending}
              onEnter={(entrance) => entering.mutate(entrance)}
            />
          </>
        )}
      </div>
      <LanguageSwitch onChoose={(next) => void chooseLanguage(next)} />
    </main>
  );
}

function Heading({
  door: { title, startsAt },
  isOver,
}: {
  readonly door: GuestDoor;
  readonly isOver: boolean;
}) {
  const { t, language } = useTexts();
  const locale = language === "ru" ? "ru-RU" : "en-GB";
  const when =
    startsAt === null
      ? null
      : new Intl.DateTimeFormat(locale, {
          dateStyle: "full",
          timeStyle: "short",
        }).format(new Date(startsAt));
  return (
    <div>
      <h1>{title}</h1>
      {when !== null && <p className={styles["quiet"]}>{when}</p>}
      <p className={styles["quiet"]}>
        {t(isOver ? "guest.over" : "guest.lead")}
      </p>
    </div>
  );
}
