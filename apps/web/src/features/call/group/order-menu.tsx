import { Button, Menu } from "@mantine/core";
import type { CallFloor, FloorView } from "@veche/call-client";
import { iconChevronDown } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useSay } from "./use-say.ts";

interface OrderMenuProps {
  readonly floor: CallFloor;
  readonly view: FloorView;
}

/** What is for everybody in the call at once, and who may come into it. */
export function OrderMenu({ floor, view }: OrderMenuProps) {
  const { t } = useTexts();
  const say = useSay(floor);
  if (view.floor === null) return null;
  const { hands } = view.floor;
  return (
    <Menu
      withinPortal={false}
      floatingStrategy="fixed"
      position="bottom-start"
      shadow="md"
    >
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<Icon paths={iconChevronDown} size={14} />}
        >
          {t("floor.order")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() =>
            say("floor.silence", {
              principalId: null,
              sources: ["microphone"],
            })
          }
        >
          {t("floor.muteAll")}
        </Menu.Item>
        <Menu.Item
          disabled={hands.length === 0}
          onClick={() => say("floor.lower_hand", { principalId: null })}
        >
          {t("floor.lowerAll")}
        </Menu.Item>
        <Rules floor={floor} view={view} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Who may come in, and who draws over screens. */
function Rules({ floor, view }: OrderMenuProps) {
  const { t } = useTexts();
  const say = useSay(floor);
  const isLocked = view.floor?.isLocked === true;
  const hasLobby = view.floor?.hasLobby === true;
  const isForAll = view.floor?.drawing === "everyone";
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        onClick={() => say("floor.set_rules", { isLocked: !isLocked })}
      >
        {t(isLocked ? "floor.unlock" : "floor.lock")}
      </Menu.Item>
      <Menu.Item
        onClick={() => say("floor.set_rules", { hasLobby: !hasLobby })}
      >
        {t(hasLobby ? "floor.lobbyOff" : "floor.lobbyOn")}
      </Menu.Item>
      <Menu.Item
        onClick={() =>
          say("floor.set_rules", {
            drawing: isForAll ? "moderators" : "everyone",
          })
        }
      >
        {t(isForAll ? "ink.rule.moderators" : "ink.rule.everyone")}
      </Menu.Item>
    </>
  );
}
