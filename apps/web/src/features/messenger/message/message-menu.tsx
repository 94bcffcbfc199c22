import { Menu } from "@mantine/core";
import type { MessageCreated } from "@veche/contracts";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { actionIcons } from "./action-icons.ts";
import { actionsOf } from "./message-actions.ts";
import styles from "./message.module.css";

/** All one may do to a message, as items of a menu. */
export function MessageMenuItems({
  message,
}: {
  readonly message: MessageCreated;
}) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const { conversation, act } = useConversation();
  return actionsOf(message, conversation, me.id).map((action) => (
    <Menu.Item
      key={action}
      {...(action === "delete" ? { color: "red" } : {})}
      leftSection={<Icon paths={actionIcons[action]} size={16} />}
      onClick={() => act(action, message)}
    >
      {t(`msg.action.${action}`)}
    </Menu.Item>
  ));
}

export interface MessageMenuPlace {
  readonly message: MessageCreated;
  readonly left: number;
  readonly top: number;
}

/** The menu of a message where it was asked for. */
export function MessageMenu({
  place,
  onClose,
}: {
  readonly place: MessageMenuPlace;
  readonly onClose: () => void;
}) {
  const { message, left, top } = place;
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      withinPortal
      shadow="md"
      width={220}
    >
      <Menu.Target>
        <span className={styles["menuPlace"]} style={{ left, top }} />
      </Menu.Target>
      <Menu.Dropdown>
        <MessageMenuItems message={message} />
      </Menu.Dropdown>
    </Menu>
  );
}
