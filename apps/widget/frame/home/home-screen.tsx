import type { Conversation } from "@veche/contracts";
import { createStore } from "@veche/realtime-client";
import {
  iconChevronRight,
  iconMessage,
  iconPhone,
  iconVideo,
  type IconPaths,
} from "@veche/ui";
import { BrandMark } from "../parts/brand-mark.tsx";
import { Icon } from "../parts/icon.tsx";
import { PanelButtons } from "../parts/panel-buttons.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { goTo } from "../session/go-to.ts";

interface WayProps {
  readonly icon: IconPaths;
  readonly title: string;
  readonly hint: string;
  readonly onPress: () => void;
}

function Way({ icon, title, hint, onPress }: WayProps) {
  return (
    <li>
      <button type="button" class="way" onClick={onPress}>
        <span class="way-icon">
          <Icon paths={icon} size={22} />
        </span>
        <span class="way-words">
          <span class="way-title">{title}</span>
          <span class="way-hint">{hint}</span>
        </span>
        <Icon paths={iconChevronRight} />
      </button>
    </li>
  );
}

const callWays = ["video", "audio"] as const;
const nothing = createStore<readonly Conversation[]>([]);

/** Was anything said or called here before? */
function useHasSpoken(): boolean {
  const client = useReadable(useWidget().client);
  const conversations = useReadable(client?.conversations ?? nothing);
  return conversations.some(({ headSeq }) => headSeq > 0);
}

/** The start page: who we are, whether somebody is at work, and the ways to reach us: calls while they are taken. */
export function HomeScreen() {
  const widget = useWidget();
  const { t, dateTime } = useTexts();
  const { branding, greeting, isStaffed, opensAt } = useReadable(
    widget.settings,
  );
  const hasSpoken = useHasSpoken();
  const way = (kind: "chat" | "video" | "audio") => () => goTo(widget, kind);
  const isHere = isStaffed && opensAt === null;
  return (
    <div class="screen home">
      <div class="home-head">
        <div class="home-bar">
          <BrandMark branding={branding} />
          <PanelButtons tone="accent" />
        </div>
        <h2 class="home-greeting">{greeting ?? t("home.greeting")}</h2>
      </div>
      <div class="home-body">
        <p class={`presence ${isHere ? "here" : "away"}`} role="status">
          <span class="presence-dot" aria-hidden="true" />
          {opensAt === null
            ? t(isStaffed ? "home.staffed" : "home.unstaffed")
            : t("home.closed", { when: dateTime(opensAt) })}
        </p>
        <ul class="ways" aria-label={t("home.actions")}>
          <Way
            icon={iconMessage}
            title={hasSpoken ? t("home.continue") : t("home.write")}
            hint={hasSpoken ? t("home.continueHint") : t("home.writeHint")}
            onPress={way("chat")}
          />
          {opensAt === null &&
            callWays.map((kind) => (
              <Way
                key={kind}
                icon={kind === "video" ? iconVideo : iconPhone}
                title={t(`home.${kind}`)}
                hint={
                  isStaffed ? t(`home.${kind}Hint`) : t("home.nobodyToCall")
                }
                onPress={way(kind)}
              />
            ))}
        </ul>
      </div>
    </div>
  );
}
