import { ActionIcon, Menu } from "@mantine/core";
import type { CallFloor, FloorView } from "@veche/call-client";
import type { SilencedSource } from "@veche/contracts";
import { iconDots } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { CallQuestion, useAsking } from "./call-question.tsx";
import { keepsOrder, marksOf } from "./floor-marks.ts";
import type { Tile } from "./tiles.ts";
import { useSay } from "./use-say.ts";

interface PersonMenuProps {
  readonly floor: CallFloor;
  readonly view: FloorView;
  readonly person: Tile;
}

/** What those who keep order may do about one of the others. */
export function PersonMenu(props: PersonMenuProps) {
  const { t } = useTexts();
  const say = useSay(props.floor);
  const { isAsked, ask, close, asker } = useAsking();
  const { name, principalId } = props.person;
  return (
    <>
      <Menu
        withinPortal={false}
        floatingStrategy="fixed"
        position="bottom-end"
        shadow="md"
      >
        <Menu.Target>
          <ActionIcon
            ref={asker}
            variant="subtle"
            color="gray"
            aria-label={t("floor.menuOf", { name })}
          >
            <Icon paths={iconDots} size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!props.person.isOwn && <Devices {...props} />}
          <Standing {...props} onRemove={ask} />
        </Menu.Dropdown>
      </Menu>
      {isAsked && (
        <CallQuestion
          title={t("floor.removeQuestion", { name })}
          advice={t("floor.removeAdvice")}
          yes={t("floor.removeYes")}
          onYes={() => say("floor.remove", { principalId })}
          onClose={close}
        />
      )}
    </>
  );
}

/** What they send is put out at their side; to put it on they are only asked. */
function Devices({ floor, person: { principalId, media } }: PersonMenuProps) {
  const { t } = useTexts();
  const say = useSay(floor);
  const silence = (source: SilencedSource) => () =>
    say("floor.silence", { principalId, sources: [source] });
  const ask = (source: "camera" | "microphone") => () =>
    say("floor.ask", { principalId, source });
  return (
    <>
      {(["microphone", "camera"] as const).map((source) => (
        <Menu.Item
          key={source}
          onClick={media[source] ? silence(source) : ask(source)}
        >
          {t(`floor.${media[source] ? "silence" : "ask"}.${source}`)}
        </Menu.Item>
      ))}
      {media.screen && (
        <Menu.Item onClick={silence("screen")}>
          {t("floor.silence.screen")}
        </Menu.Item>
      )}
    </>
  );
}

interface StandingProps extends PersonMenuProps {
  readonly onRemove: () => void;
}

function Standing({ floor, view, person, onRemove }: StandingProps) {
  const { t } = useTexts();
  const say = useSay(floor);
  const { principalId, isOwn } = person;
  const { isSpotlit, handPlace } = marksOf(view, principalId);
  const isKeeper = keepsOrder(view, principalId);
  return (
    <>
      <Menu.Item
        onClick={() =>
          say("floor.spotlight", {
            principalId: isSpotlit ? null : principalId,
          })
        }
      >
        {t(isSpotlit ? "floor.unspotlight" : "floor.spotlight")}
      </Menu.Item>
      {handPlace !== null && (
        <Menu.Item onClick={() => say("floor.lower_hand", { principalId })}>
          {t("floor.lowerHand")}
        </Menu.Item>
      )}
      {!isOwn && !isKeeper && (
        <Menu.Item color="red" onClick={onRemove}>
          {t("floor.remove")}
        </Menu.Item>
      )}
    </>
  );
}
