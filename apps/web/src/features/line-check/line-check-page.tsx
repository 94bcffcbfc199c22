import { Button } from "@mantine/core";
import type { LocalMedia, Probe } from "@veche/call-client";
import { iconAlertTriangle, iconCheck, iconInfoCircle } from "@veche/ui";
import { useEffect } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts, type Texts } from "../../platform/texts/texts.tsx";
import { findingText, type Finding } from "./finding-text.ts";
import styles from "./line-check.module.css";

const icons = {
  good: iconCheck,
  fair: iconAlertTriangle,
  poor: iconAlertTriangle,
  unknown: iconInfoCircle,
} as const;

function FindingLine({ finding }: { readonly finding: Finding }) {
  const texts = useTexts();
  const { title, words } = findingText(finding, texts);
  return (
    <li data-grade={finding.grade}>
      <Icon paths={icons[finding.grade]} size={20} />
      <b>{title}</b>
      <span>{words}</span>
    </li>
  );
}

function OwnPicture({ media }: { readonly media: LocalMedia }) {
  const { t } = useTexts();
  const { cameraStream } = useStore(media.state);
  if (cameraStream === null)
    return <p className={styles["noPicture"]}>{t("line.noCamera")}</p>;
  return (
    <video
      ref={(video) => {
        if (video !== null) video.srcObject = cameraStream;
      }}
      className={styles["picture"]}
      aria-label={t("line.camera")}
      autoPlay
      muted
      playsInline
    />
  );
}

/** What is going on, or what came of it. */
function Outcome({ probe }: Pick<LineCheckPageProps, "probe">) {
  const texts = useTexts();
  const { t } = texts;
  const state = useStore(probe.state);
  switch (state.kind) {
    case "idle":
      return null;
    case "running":
      return (
        <p className={styles["going"]} role="status">
          {t(`line.${state.way}`)}
        </p>
      );
    case "failed":
      return (
        <p className={styles["going"]} role="alert">
          {failureWords(state.error, texts)}
        </p>
      );
    case "done": {
      const { level, findings } = state.verdict;
      return (
        <div role="status">
          <p className={styles["verdict"]} data-level={level}>
            {t(`line.verdict.${level === "unknown" ? "bad" : level}`)}
          </p>
          <ul className={styles["findings"]}>
            {findings.map((finding) => (
              <FindingLine key={finding.aspect} finding={finding} />
            ))}
          </ul>
        </div>
      );
    }
  }
}

const failureWords = (error: unknown, { errors }: Texts): string => {
  const code = error instanceof Error && "code" in error ? error.code : null;
  const known = Object.entries(errors).find(([one]) => one === code)?.[1];
  const { happened, advice } = known ?? errors["server.unavailable"];
  return `${happened} ${advice}`;
};

interface LineCheckPageProps {
  readonly probe: Probe;
  readonly media: LocalMedia;
}

/** Tries microphone, camera and the way to the servers before a call, and says plainly what came of it. */
export function LineCheckPage({ probe, media }: LineCheckPageProps) {
  const { t } = useTexts();
  const { kind } = useStore(probe.state);
  useEffect(() => () => media.close(), [media]);
  const start = async () => {
    await media.turnOn("microphone", "camera");
    await probe.run();
  };
  return (
    <Page title={t("line.title")} lead={t("line.lead")}>
      <Pane>
        <div className={styles["check"]}>
          <OwnPicture media={media} />
          <div>
            <Button loading={kind === "running"} onClick={() => void start()}>
              {t(kind === "idle" ? "line.start" : "line.again")}
            </Button>
            <Outcome probe={probe} />
          </div>
        </div>
      </Pane>
    </Page>
  );
}
