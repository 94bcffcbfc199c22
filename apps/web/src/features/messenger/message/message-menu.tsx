import { Menu } from "@mantine/core";
import type { MessageCreated } from "@veche/contracts";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { PlacedMenu, type MenuSpot } from "../placed-menu.tsx";
import { actionIcons } from "./action-icons.ts";
import { actionsOf } from "./message-actions.ts";

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
      {...(action === "delete" ? { color: "var(--v-danger-ink)" } : {})}
      leftSection={<Icon paths={actionIcons[action]} size={16} />}
      onClick={() => act(action, message)}
    >
      {t(`msg.action.${action}`)}
    </Menu.Item>
  ));
}

export interface MessageMenuPlace extends MenuSpot {
  readonly message: MessageCreated;
}

/** The menu of a message where it was asked for. */
export function MessageMenu({
  place,
  onClose,
}: {
  readonly place: MessageMenuPlace;
  readonly onClose: () => void;
}) {
  return (
    <PlacedMenu spot={place} onClose={onClose}>
      <MessageMenuItems message={place.message} />
    </PlacedMenu>
  );
}
