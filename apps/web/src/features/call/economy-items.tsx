import { Menu } from "@mantine/core";
import type { Ladder, LadderView } from "@veche/call-client";
import { iconCheck } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";

const choices = ["auto", "full", "sound_only"] as const;

const chosen = ({ step, isHeld }: LadderView): (typeof choices)[number] =>
  isHeld ? (step === "full" ? "full" : "sound_only") : "auto";

/** What to do on a weak line: leave it to the program, or decide. */
export function EconomyItems({ ladder }: { readonly ladder: Ladder }) {
  const { t } = useTexts();
  const present = chosen(useStore(ladder.state));
  return (
    <>
      <Menu.Label>{t("economy.menu")}</Menu.Label>
      {choices.map((choice) => (
        <Menu.Item
          key={choice}
          role="menuitemradio"
          aria-checked={choice === present}
          rightSection={
            choice === present && <Icon paths={iconCheck} size={16} />
          }
          onClick={() =>
            choice === "auto" ? ladder.release() : ladder.hold(choice)
          }
        >
          {t(`economy.choice.${choice}`)}
        </Menu.Item>
      ))}
    </>
  );
}
