import { Menu } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { iconBell, iconLogout, iconPin } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useServices } from "../../../platform/services.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Folder } from "@veche/contracts";
import {
  iconArchive,
  iconBellOff,
  iconFolder,
  iconMarkUnread,
} from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { PlacedMenu, type MenuSpot } from "../placed-menu.tsx";
import { useDoing } from "../use-doing.ts";
import { isMuted } from "./last-words.ts";
import { pinToggled } from "./pinned-order.ts";

const hourMs = 3_600_000;
const mutePresets = [
  { key: "hour", ms: hourMs },
  { key: "day", ms: 24 * hourMs },
  { key: "week", ms: 7 * 24 * hourMs },
] as const;
const forGood = "9999-12-31T00:00:00.000Z";

export interface MenuPlace extends MenuSpot {
  readonly conversation: Conversation;
}

interface RowMenuProps {
  readonly place: MenuPlace;
  readonly folders: readonly Folder[];
  readonly onClose: () => void;
  readonly onLeave: (conversation: Conversation) => void;
  /** Asks to arrange the folders. */
  readonly onFolders: () => void;
  readonly onNotify: (conversation: Conversation) => void;
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
  onFolders,
}: Pick<RowMenuProps, "folders" | "onFolders"> & {
  readonly conversation: Conversation;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const held = conversation.mine?.folderIds ?? [];
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
          <Menu.CheckboxItem
            key={folder.id}
            checked={held.includes(folder.id)}
            onChange={() => toggle(folder)}
          >
            {folder.name}
          </Menu.CheckboxItem>
        ))}
        {folders.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={onFolders}>{t("folders.arrange")}</Menu.Item>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

interface RowItemsProps {
  readonly conversation: Conversation;
}

function PinItem({ conversation }: RowItemsProps) {
  const { t } = useTexts();
  const { asks, realtime } = useMessenger();
  const doing = useDoing();
  const isPinned = typeof conversation.mine?.pinnedRank === "number";
  const toggle = () => {
    const { pinnedRank } = pinToggled(
      realtime.conversations.get(),
      conversation,
    );
    doing(asks.arrange(conversation.id, { pinnedRank }));
  };
  return (
    <Menu.Item
      leftSection={<Icon paths={iconPin} size={16} />}
      onClick={toggle}
    >
      {t(isPinned ? "chats.unpin" : "chats.pin")}
    </Menu.Item>
  );
}

function ReadItem({ conversation }: RowItemsProps) {
  const { t } = useTexts();
  const { asks, realtime } = useMessenger();
  const doing = useDoing();
  const { id, unreadCount, headSeq, lastMessage } = conversation;
  const isUnread = unreadCount > 0;
  if (!isUnread && lastMessage === null) return null;
  const toggle = () => {
    if (isUnread) realtime.markRead(id, headSeq);
    else if (lastMessage !== null) doing(asks.markUnread(id, lastMessage.seq));
  };
  return (
    <Menu.Item
      leftSection={<Icon paths={iconMarkUnread} size={16} />}
      onClick={toggle}
    >
      {t(isUnread ? "chats.markRead" : "chats.markUnread")}
    </Menu.Item>
  );
}

function ArchiveItem({ conversation }: RowItemsProps) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const isArchived = conversation.mine?.isArchived === true;
  return (
    <Menu.Item
      leftSection={<Icon paths={iconArchive} size={16} />}
      onClick={() =>
        doing(asks.arrange(conversation.id, { isArchived: !isArchived }))
      }
    >
      {t(isArchived ? "chats.unarchive" : "chats.toArchive")}
    </Menu.Item>
  );
}

function LeaveItem({
  conversation,
  onLeave,
}: RowItemsProps & Pick<RowMenuProps, "onLeave">) {
  const { t } = useTexts();
  if (conversation.kind === "direct") return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        color="var(--v-danger-ink)"
        leftSection={<Icon paths={iconLogout} size={16} />}
        onClick={() => onLeave(conversation)}
      >
        {t("chats.leave")}
      </Menu.Item>
    </>
  );
}

/** What can be done to a conversation from its row. */
export function RowMenu({
  place,
  folders,
  onClose,
  onLeave,
  onFolders,
  onNotify,
}: RowMenuProps) {
  const { t } = useTexts();
  const { realtime } = useMessenger();
  const { id } = place.conversation;
  // As it is now: what is changed from the menu shows in it.
  const conversation =
    useStore(realtime.conversations.one(id)) ?? place.conversation;
  return (
    <PlacedMenu spot={place} onClose={onClose}>
      <PinItem conversation={conversation} />
      <ReadItem conversation={conversation} />
      <MuteItems conversation={conversation} />
      <Menu.Item
        leftSection={<Icon paths={iconBell} size={16} />}
        onClick={() => onNotify(conversation)}
      >
        {t("notify.here")}
      </Menu.Item>
      <FolderItems
        conversation={conversation}
        folders={folders}
        onFolders={onFolders}
      />
      <ArchiveItem conversation={conversation} />
      <LeaveItem conversation={conversation} onLeave={onLeave} />
    </PlacedMenu>
  );
}
