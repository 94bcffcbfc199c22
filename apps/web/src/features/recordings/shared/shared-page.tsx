import { useQuery } from "@tanstack/react-query";
import {
  sharedFilmPath,
  sharedReelPath,
  type SharedRecording,
} from "@veche/contracts";
import { iconPlayerRecord } from "@veche/ui";
import { BrandMark } from "../../../platform/branding/brand-mark.tsx";
import { useBranding } from "../../../platform/branding/use-branding.ts";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { LanguageSwitch } from "../../../platform/language/language-switch.tsx";
import { useRest, useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Player } from "../player/player.tsx";
import styles from "./shared.module.css";

const lookEveryMs = 5_000;

interface SharedProps {
  readonly token: string;
}

/** One recording for whoever has the link to it: no account, and nothing beside it. */
export function SharedPage({ token }: SharedProps) {
  const { t } = useTexts();
  const rest = useRest();
  const { chooseLanguage } = useServices();
  const branding = useBranding();
  const query = useQuery({
    queryKey: ["shared-recording", token],
    queryFn: ({ signal }) =>
      rest("openSharedRecording", { params: { token }, signal }),
    retry: false,
    refetchInterval: ({ state: { data } }) =>
      data?.isReady === false ? lookEveryMs : false,
  });
  return (
    <main className={styles["page"]}>
      <header className={styles["head"]}>
        <BrandMark branding={branding} size={32} />
        <h1>{t("recordings.one")}</h1>
      </header>
      <div className={styles["shown"]}>
        <Loaded query={query}>
          {(shared) => <Shown {...{ shared, token }} />}
        </Loaded>
      </div>
      <LanguageSwitch onChoose={(next) => void chooseLanguage(next)} />
    </main>
  );
}

function Shown({
  shared: { startedAt, expiresAt, isReady, film, reels },
  token,
}: SharedProps & { readonly shared: SharedRecording }) {
  const { t, dateTime } = useTexts();
  if (!isReady)
    return (
      <EmptyState
        icon={iconPlayerRecord}
        title={t("recordings.state.preparing")}
        advice={t("recordings.advice.preparing")}
      />
    );
  return (
    <>
      {film === null ? (
        <Player reels={reels} srcOf={(id) => sharedReelPath(token, id)} />
      ) : (
        <video
          className={styles["film"]}
          src={sharedFilmPath(token)}
          aria-label={t("recordings.one")}
          controls
          playsInline
          preload="metadata"
        />
      )}
      <p className={styles["quiet"]}>
        {t("recordings.deletionOf", { at: dateTime(startedAt) })}.{" "}
        {t("recordings.linkWorks", { until: dateTime(expiresAt) })}
      </p>
    </>
  );
}
