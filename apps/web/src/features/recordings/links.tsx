import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { OpenedRecording, RecordingLink } from "@veche/contracts";
import { useState } from "react";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { NewLink } from "./new-link.tsx";
import { recordingKey } from "./recordings-key.ts";
import { useActOn } from "./use-recordings.ts";
import { useWatchable } from "./use-watchable.ts";
import styles from "./recordings.module.css";

interface LinksProps {
  readonly opened: OpenedRecording;
}

/** A link: what it shows, until when, how often it was watched, and the button that ends it. */
function LinkRow({
  link,
  opened,
}: LinksProps & { readonly link: RecordingLink }) {
  const { t, dateTime } = useTexts();
  const rest = useRest();
  const { nameOf } = useWatchable(opened);
  const { id: linkId, compositionId, expiresAt, madeByName, madeAt } = link;
  const name = nameOf(compositionId);
  const until = dateTime(expiresAt);
  const revoking = useActOn(
    () =>
      rest("revokeRecordingLink", {
        params: { recordingId: opened.recording.id, linkId },
      }),
    { done: t("recordings.linkRevoked") },
  );
  return (
    <li>
      <span>
        {name}, {t("recordings.linkUntil", { until })}
        <small className={styles["quiet"]}>
          {madeByName}, {dateTime(madeAt)}.{" "}
          {t("recordings.linkViews", { count: link.viewCount })}
        </small>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t("recordings.revokeLinkTo", { name, until })}
        loading={revoking.isPending}
        onClick={() => revoking.mutate(undefined)}
      >
        {t("recordings.revokeLink")}
      </Button>
    </li>
  );
}

/** Links that show this recording to people without an account; for those who may download. */
export function Links({ opened }: LinksProps) {
  const { t } = useTexts();
  const rest = useRest();
  const [isAsked, setAsked] = useState(false);
  const { id: recordingId } = opened.recording;
  const query = useQuery({
    queryKey: [...recordingKey(recordingId), "links"],
    queryFn: ({ signal }) =>
      rest("listRecordingLinks", { params: { recordingId }, signal }),
  });
  return (
    <Pane title={t("recordings.links")}>
      <div className={styles["inside"]}>
        <p className={styles["quiet"]}>{t("recordings.linksLead")}</p>
        <Loaded query={query}>
          {({ links }) =>
            links.length > 0 && (
              <ul className={styles["list"]}>
                {links.map((link) => (
                  <LinkRow key={link.id} {...{ link, opened }} />
                ))}
              </ul>
            )
          }
        </Loaded>
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={() => setAsked(true)}>
            {t("recordings.makeLink")}
          </Button>
        </div>
      </div>
      {isAsked && <NewLink opened={opened} onClose={() => setAsked(false)} />}
    </Pane>
  );
}
