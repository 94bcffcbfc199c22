import { Button } from "@mantine/core";
import type { Session } from "@veche/contracts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { iconDeviceDesktop } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./profile.module.css";

const sessionsKey = ["sessions"] as const;

function SessionLine({ session }: { readonly session: Session }) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => rest("endSession", { params: { sessionId: session.id } }),
    onSuccess: () => {
      notifyDone(texts, texts.t("profile.sessionEnded"));
      return queries.invalidateQueries({ queryKey: sessionsKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <li className={styles["session"]}>
      <Icon paths={iconDeviceDesktop} size={22} />
      <div className={styles["grow"]}>
        <p className={styles["device"]}>{session.device}</p>
        <p className={styles["about"]}>
          {session.address} ·{" "}
          {texts.t("profile.lastUsed", {
            when: texts.dateTime(session.lastUsedAt),
          })}
        </p>
      </div>
      {session.isCurrent ? (
        <Chip tone="positive">{texts.t("profile.thisSession")}</Chip>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          loading={end.isPending}
          aria-label={texts.t("profile.endSessionOf", {
            device: session.device,
          })}
          onClick={() => end.mutate()}
        >
          {texts.t("profile.endSession")}
        </Button>
      )}
    </li>
  );
}

/** Where one is signed in; any but the present session can be ended. */
export function Sessions() {
  const rest = useRest();
  const query = useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => rest("listSessions", { signal }),
  });
  return (
    <Loaded query={query}>
      {({ sessions }) => (
        <ul className={styles["sessions"]}>
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}
