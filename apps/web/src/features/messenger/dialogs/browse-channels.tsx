import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "@veche/contracts";
import { useDeferredValue, useState } from "react";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconHash } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../../../platform/kit/picture.tsx";
import { SearchField } from "../../../platform/kit/search-field.tsx";
import { useDoing } from "../use-doing.ts";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import people from "../../../platform/people/person-list.module.css";

function ChannelRow({
  channel,
  onClose,
}: {
  readonly channel: Conversation;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const { asks, open } = useMessenger();
  const doing = useDoing();
  const { id, title, about, memberCount, mine } = channel;
  const show = () => {
    onClose();
    open(id);
  };
  return (
    <li className={people["person"]}>
      <Picture name={title ?? ""} id={id} size={36} />
      <span className={people["words"]}>
        <span>{title}</span>
        <span className={people["detail"]}>
          {about ?? t("chats.members", { count: memberCount })}
        </span>
      </span>
      {mine === null ? (
        <Button
          size="compact-sm"
          onClick={() => doing(asks.join(id).then(show))}
        >
          {t("browse.join")}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={show}>
          {t("browse.open")}
        </Button>
      )}
    </li>
  );
}

/** Channels anybody of the company may join. */
export function BrowseChannels({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim());
  const query = useQuery({
    queryKey: ["open-channels", sought],
    queryFn: () => asks.openChannels(sought),
  });
  const nothing = (
    <EmptyState
      icon={iconHash}
      title={t("browse.empty")}
      advice={t("browse.emptyAdvice")}
    />
  );
  return (
    <Dialog onClose={onClose} title={t("new.browse")}>
      <SearchField label={t("browse.search")} value={text} onChange={setText} />
      <Loaded query={query}>
        {(channels) =>
          channels.length === 0 ? (
            nothing
          ) : (
            <ul className={people["people"]}>
              {channels.map((channel) => (
                <ChannelRow
                  key={channel.id}
                  channel={channel}
                  onClose={onClose}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  );
}
