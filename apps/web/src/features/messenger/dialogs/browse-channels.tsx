import { Button, Modal, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { iconSearch } from "@veche/ui";
import { useDeferredValue, useState } from "react";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { Icon } from "../../../platform/kit/icon.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconHash } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../picture.tsx";
import { useDoing } from "../use-doing.ts";
import styles from "./dialogs.module.css";

/** Channels anybody of the company may join. */
export function BrowseChannels({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { asks, open } = useMessenger();
  const doing = useDoing();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim());
  const query = useQuery({
    queryKey: ["open-channels", sought],
    queryFn: () => asks.openChannels(sought),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("new.browse")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <TextInput
        data-autofocus
        type="search"
        aria-label={t("browse.search")}
        placeholder={t("browse.search")}
        leftSection={<Icon paths={iconSearch} size={16} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Loaded query={query}>
        {(channels) =>
          channels.length === 0 ? (
            <EmptyState
              icon={iconHash}
              title={t("browse.empty")}
              advice={t("browse.emptyAdvice")}
            />
          ) : (
            <ul className={styles["people"]}>
              {channels.map(({ id, title, about, memberCount, mine }) => (
                <li key={id} className={styles["person"]}>
                  <Picture name={title ?? ""} id={id} size={36} />
                  <span className={styles["personText"]}>
                    <span>{title}</span>
                    <span className={styles["detail"]}>
                      {about ?? t("chats.members", { count: memberCount })}
                    </span>
                  </span>
                  <Button
                    size="compact-sm"
                    variant={mine === null ? "filled" : "default"}
                    onClick={() => {
                      const joined =
                        mine === null
                          ? asks.join(id).then(() => undefined)
                          : Promise.resolve();
                      doing(
                        joined.then(() => {
                          onClose();
                          open(id);
                        }),
                      );
                    }}
                  >
                    {t(mine === null ? "browse.join" : "browse.open")}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Modal>
  );
}
