import { Menu } from "@mantine/core";
import type { CallFloor, FloorView } from "@veche/call-client";
import { callReactions, type PrincipalId } from "@veche/contracts";
import { iconHandStop, iconMoodSmile } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Control } from "../control-bar.tsx";
import controls from "../control-bar.module.css";
import { marksOf } from "./floor-marks.ts";
import { useSay } from "./use-say.ts";
import styles from "./floor.module.css";

interface FloorToolsProps {
  readonly floor: CallFloor;
  readonly view: FloorView;
  readonly meId: PrincipalId;
  readonly onHand: () => void;
}

/** My hand, and what I show to all for a moment. */
export function FloorTools({ floor, view, meId, onHand }: FloorToolsProps) {
  const { t } = useTexts();
  const isRaised = marksOf(view, meId).handPlace !== null;
  return (
    <>
      <Control
        icon={iconHandStop}
        words={t(isRaised ? "floor.handDown" : "floor.handUp")}
        keys="R"
        tone={isRaised ? "loud" : "plain"}
        onClick={onHand}
      />
      <Reactions floor={floor} />
    </>
  );
}

function Reactions({ floor }: Pick<FloorToolsProps, "floor">) {
  const { t } = useTexts();
  const say = useSay(floor);
  return (
    // A call that fills the screen shows only what is inside it.
    <Menu position="top" shadow="md" withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className={controls["control"]}
          aria-label={t("floor.react")}
          title={t("floor.react")}
        >
          <Icon paths={iconMoodSmile} size={22} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles["reactions"]}>
          {callReactions.map((reaction) => (
            <Menu.Item
              key={reaction}
              aria-label={t("floor.reactWith", { reaction })}
              onClick={() => say("floor.react", { reaction })}
            >
              {reaction}
            </Menu.Item>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
