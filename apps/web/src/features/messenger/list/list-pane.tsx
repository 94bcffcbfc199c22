import { ActionIcon, Menu, TextInput } from "@mantine/core";
import type { Conversation, ConversationId } from "@veche/contracts";
import { iconPlus, iconSearch, iconUser, iconUsers } from "@veche/ui";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type KeyboardEvent } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconAlarm, iconBookmark, iconHash } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useNameWords } from "../use-conversation-name.ts";
import type { DialogKind } from "../dialogs/dialog-kind.ts";
import { ConversationList } from "./conversation-list.tsx";
import { ListFilters } from "./list-filters.tsx";
import { listed, unreadTotals, type ListFilter } from "./listed.ts";
import { RowMenu, type MenuPlace } from "./row-menu.tsx";
import styles from "./list.module.css";

interface ListPaneProps {
  readonly openId: ConversationId | undefined;
  readonly onDialog: (kind: DialogKind) => void;
  readonly onLeave: (conversation: Conversation) => void;
}

const entries = [
  { kind: "direct", icon: iconUser },
  { kind: "group", icon: iconUsers },
  { kind: "channel", icon: iconHash },
  { kind: "browse", icon: iconSearch },
] as const;

function Heading({ onDialog }: Pick<ListPaneProps, "onDialog">) {
  const { t } = useTexts();
  return (
    <div className={styles["head"]}>
      <h1 className={styles["title"]}>{t("rail.chats")}</h1>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={t("saved.title")}
        title={t("saved.title")}
        onClick={() => onDialog("saved")}
      >
        <Icon paths={iconBookmark} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={t("reminders.title")}
        title={t("reminders.title")}
        onClick={() => onDialog("reminders")}
      >
        <Icon paths={iconAlarm} />
      </ActionIcon>
      <Menu position="bottom-end" withinPortal width={240} shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="light"
            size={34}
            aria-label={t("new.title")}
            title={t("new.title")}
          >
            <Icon paths={iconPlus} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {entries.map(({ kind, icon }) => (
            <Menu.Item
              key={kind}
              leftSection={<Icon paths={icon} size={16} />}
              onClick={() => onDialog(kind)}
            >
              {t(`new.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** The list of conversations with its search and filters. */
export function ListPane({ openId, onDialog, onLeave }: ListPaneProps) {
  const { t } = useTexts();
  const { realtime, asks, me, open } = useMessenger();
  const words = useNameWords();
  const all = useStore(realtime.conversations);
  const [filter, setFilter] = useState<ListFilter>({ kind: "all" });
  const [text, setText] = useState("");
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const soughtText = useDeferredValue(text);
  const folders =
    useQuery({ queryKey: ["folders"], queryFn: asks.folders }).data ?? [];
  const shown = listed(
    all,
    { filter, text: soughtText },
    { me: me.id, words, openId },
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") setText("");
    if (event.key !== "Enter" || shown[0] === undefined) return;
    open(shown[0].id);
    setText("");
  };
  return (
    <section className={styles["pane"]} aria-label={t("chats.list")}>
      <Heading onDialog={onDialog} />
      <TextInput
        className={styles["search"]}
        type="search"
        aria-label={t("chats.search")}
        placeholder={t("chats.search")}
        leftSection={<Icon paths={iconSearch} size={16} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ListFilters
        filter={filter}
        folders={folders}
        totals={unreadTotals(all)}
        onChoose={setFilter}
      />
      <ConversationList
        conversations={shown}
        openId={openId}
        isSearching={soughtText.trim() !== "" || filter.kind !== "all"}
        onMenu={setMenu}
      />
      {menu !== null && (
        <RowMenu
          place={menu}
          folders={folders}
          onClose={() => setMenu(null)}
          onLeave={onLeave}
        />
      )}
    </section>
  );
}
