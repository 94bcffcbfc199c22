import type { RealtimeClient } from "@veche/realtime-client";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Causes } from "./causes.tsx";
import { Devices } from "./devices.tsx";
import { Digest } from "./digest.tsx";
import { DoNotDisturb } from "./do-not-disturb.tsx";
import { QuietHoursForm } from "./quiet-hours-form.tsx";
import { SoundChoice } from "./sound-choice.tsx";
import { useSettings } from "./use-settings.ts";

interface NotificationsPageProps {
  readonly onNotice: RealtimeClient["on"];
}

/** What I want to be told of, how, and when not. */
export function NotificationsPage({ onNotice }: NotificationsPageProps) {
  const { t } = useTexts();
  const { query, change } = useSettings(onNotice);
  return (
    <Page title={t("notify.title")} lead={t("notify.lead")}>
      <Loaded query={query}>
        {({ settings, digestAddress }) => {
          const rules = { settings, onChange: change };
          return (
            <>
              <Pane title={t("notify.pause")}>
                <DoNotDisturb {...rules} />
              </Pane>
              <Pane title={t("notify.causes")}>
                <Causes {...rules} />
              </Pane>
              <Pane title={t("notify.sounds")}>
                <SoundChoice {...rules} />
              </Pane>
              <Pane title={t("notify.quiet")}>
                <QuietHoursForm {...rules} />
              </Pane>
              <Pane title={t("notify.mail")}>
                <Digest {...rules} address={digestAddress} />
              </Pane>
              <Pane title={t("notify.devices")}>
                <Devices />
              </Pane>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
