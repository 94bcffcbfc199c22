import { Menu } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { iconBell, iconLogout } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Folder } from "../asks.ts";
import {
  iconArchive,
  iconBellOff,
  iconFolder,
  iconMarkUnread,
  iconPin,
} from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import { isMuted } from "./last-words.ts";
import { pinToggled } from "./pinned-order.ts";
import styles from "./list.module.css";

const hourMs = 3_600_000;
const mutePresets = [
  { key: "hour", ms: hourMs },
  { key: "day", ms: 24 * hourMs },
  { key: "week", ms: 7 * 24 * hourMs },
] as const;
const forGood = "9999-12-31T00:00:00.000Z";

export interface MenuPlace {
  readonly conversation: Conversation;
  readonly left: number;
  readonly top: number;
}

interface RowMenuProps {
  readonly place: MenuPlace;
  readonly folders: readonly Folder[];
  readonly onClose: () => void;
  readonly onLeave: (conversation: Conversation) => void;
}

function MuteItems({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const { powers } = useServices();
  const doing = useDoing();
  const mute = (mutedUntil: string | null) =>
    doing(asks.arrange(conversation.id, { mutedUntil, notify: "all" }));
  if (isMuted(conversation, powers.nowMs()))
    return (
      <Menu.Item
        leftSection={<Icon paths={iconBell} size={16} />}
        onClick={() => mute(null)}
      >
        {t("chats.unmute")}
      </Menu.Item>
    );
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<Icon paths={iconBellOff} size={16} />}>
          {t("chats.mute")}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {mutePresets.map(({ key, ms }) => (
          <Menu.Item
            key={key}
            onClick={() => mute(new Date(powers.nowMs() + ms).toISOString())}
          >
            {t(`chats.muteFor.${key}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => mute(forGood)}>
          {t("chats.muteFor.good")}
        </Menu.Item>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function FolderItems({
  conversation,
  folders,
}: {
  readonly conversation: Conversation;
  readonly folders: readonly Folder[];
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const held = conversation.mine?.folderIds ?? [];
  if (folders.length === 0) return null;
  const toggle = ({ id }: Folder) =>
    doing(
      asks.arrange(conversation.id, {
        folderIds: held.includes(id)
          ? held.filter((one) => one !== id)
          : [...held, id],
      }),
    );
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<Icon paths={iconFolder} size={16} />}>
          {t("chats.folder")}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {folders.map((folder) => (
          <Menu.Item
            key={folder.id}
            role="menuitemcheckbox"
            aria-checked={held.includes(folder.id)}
            onClick={() => toggle(folder)}
          >
            {held.includes(folder.id) ? "✓ " : ""}
            {folder.name}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

/** What can be done to a conversation from its row. */
export function RowMenu({ place, folders, onClose, onLeave }: RowMenuProps) {
  const { t } = useTexts();
  const { asks, realtime } = useMessenger();
  const doing = useDoing();
  const { conversation, left, top } = place;
  const { id, mine, kind, unreadCount, headSeq, lastMessage } = conversation;
  const togglePin = () => {
    const { pinnedRank } = pinToggled(
      realtime.conversations.get(),
      conversation,
    );
    doing(asks.arrange(id, { pinnedRank }));
  };
  const toggleUnread = () => {
    if (unreadCount > 0) realtime.markRead(id, headSeq);
    else if (lastMessage !== null) doing(asks.markUnread(id, lastMessage.seq));
  };
  const isArchived = mine?.isArchived === true;
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      withinPortal
      shadow="md"
      width={230}
    >
      <Menu.Target>
        <span className={styles["menuPlace"]} style={{ left, top }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon paths={iconPin} size={16} />}
          onClick={togglePin}
        >
          {t(
            mine === null || mine.pinnedRank === null
              ? "chats.pin"
              : "chats.unpin",
          )}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon paths={iconMarkUnread} size={16} />}
          onClick={toggleUnread}
        >
          {t(unreadCount > 0 ? "chats.markRead" : "chats.markUnread")}
        </Menu.Item>
        <MuteItems conversation={conversation} />
        <FolderItems conversation={conversation} folders={folders} />
        <Menu.Item
          leftSection={<Icon paths={iconArchive} size={16} />}
          onClick={() => doing(asks.arrange(id, { isArchived: !isArchived }))}
        >
          {t(isArchived ? "chats.unarchive" : "chats.toArchive")}
        </Menu.Item>
        {kind !== "direct" && (
          <>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<Icon paths={iconLogout} size={16} />}
              onClick={() => onLeave(conversation)}
            >
              {t("chats.leave")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
