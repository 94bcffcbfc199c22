import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { SavedMessage } from "@veche/contracts";
import type { IconPaths } from "@veche/ui";
import type { ReactNode } from "react";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconAlarm, iconBookmark } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import people from "../../../platform/people/person-list.module.css";
import styles from "./dialogs.module.css";

interface KeptProps {
  readonly onClose: () => void;
}

function KeptRow({
  kept,
  when,
  action,
  onClose,
}: KeptProps & {
  readonly kept: Pick<
    SavedMessage,
    "conversationId" | "message" | "authorName"
  >;
  readonly when: string;
  readonly action: ReactNode;
}) {
  const { t } = useTexts();
  const { open } = useMessenger();
  const { conversationId, message, authorName } = kept;
  return (
    <li className={people["person"]}>
      <button
        type="button"
        className={styles["kept"]}
        onClick={() => {
          onClose();
          open(conversationId, message.seq);
        }}
      >
        <span className={people["detail"]}>{`${authorName} · ${when}`}</span>
        <span>
          {message.body === ""
            ? t("msg.attachment")
            : message.body.slice(0, 160)}
        </span>
      </button>
      {action}
    </li>
  );
}

interface Frame extends KeptProps {
  readonly title: string;
  readonly icon: IconPaths;
  readonly empty: string;
  readonly advice: string;
  readonly rows: readonly ReactNode[];
}

function KeptList({
  icon,
  empty,
  advice,
  rows,
}: Omit<Frame, "title" | "onClose">) {
  return rows.length === 0 ? (
    <EmptyState icon={icon} title={empty} advice={advice} />
  ) : (
    <ul className={people["people"]}>{rows}</ul>
  );
}

/** Messages kept for later. */
export function SavedMessages({ onClose }: KeptProps) {
  const texts = useTexts();
  const { t } = texts;
  const { asks } = useMessenger();
  const doing = useDoing();
  const client = useQueryClient();
  const query = useQuery({ queryKey: ["saved"], queryFn: asks.saved });
  const letGo = ({ conversationId, message }: SavedMessage) =>
    doing(
      asks
        .save({ conversationId, messageId: message.messageId, isSaved: false })
        .then(() => client.invalidateQueries({ queryKey: ["saved"] })),
    );
  return (
    <Dialog onClose={onClose} title={t("saved.title")} size="lg">
      <Loaded query={query}>
        {(all) => (
          <KeptList
            icon={iconBookmark}
            empty={t("saved.empty")}
            advice={t("saved.emptyAdvice")}
            rows={all.map((kept) => (
              <KeptRow
                key={kept.message.messageId}
                kept={kept}
                when={texts.dateTime(kept.message.at)}
                onClose={onClose}
                action={
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => letGo(kept)}
                  >
                    {t("saved.remove")}
                  </Button>
                }
              />
            ))}
          />
        )}
      </Loaded>
    </Dialog>
  );
}

/** What I asked to be reminded of. */
export function Reminders({ onClose }: KeptProps) {
  const texts = useTexts();
  const { t } = texts;
  const { asks } = useMessenger();
  const doing = useDoing();
  const client = useQueryClient();
  const query = useQuery({ queryKey: ["reminders"], queryFn: asks.reminders });
  return (
    <Dialog onClose={onClose} title={t("reminders.title")} size="lg">
      <Loaded query={query}>
        {(all) => (
          <KeptList
            icon={iconAlarm}
            empty={t("reminders.empty")}
            advice={t("reminders.emptyAdvice")}
            rows={all.map((one) => (
              <KeptRow
                key={one.reminderId}
                kept={one}
                when={texts.dateTime(one.remindAt)}
                onClose={onClose}
                action={
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() =>
                      doing(
                        asks.cancelReminder(one.reminderId).then(() =>
                          client.invalidateQueries({
                            queryKey: ["reminders"],
                          }),
                        ),
                      )
                    }
                  >
                    {t("action.cancel")}
                  </Button>
                }
              />
            ))}
          />
        )}
      </Loaded>
    </Dialog>
  );
}
