import { Anchor, Button, Progress, Select } from "@mantine/core";
import {
  compositionFormats,
  compositionLayouts,
  filmPath,
  originalPath,
  type Composition,
  type OpenedRecording,
} from "@veche/contracts";
import { useState } from "react";
import { Chip } from "../../platform/kit/chip.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { withDevice } from "../../platform/installed-app.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useActOn } from "./use-recordings.ts";
import styles from "./recordings.module.css";

interface FilmsProps {
  readonly opened: OpenedRecording;
}

function useMegabytes() {
  const { t, number } = useTexts();
  return (sizeBytes: number) =>
    t("file.megabytes", {
      size: number(Math.ceil(sizeBytes / 104_857.6) / 10),
    });
}

/** What a film is made to look like, and the button that has it made. */
function NewFilm({ opened }: FilmsProps) {
  const { t, language } = useTexts();
  const rest = useRest();
  const { id: recordingId } = opened.recording;
  const [layout, setLayout] = useState<Composition["layout"]>("side_by_side");
  const [format, setFormat] = useState<Composition["format"]>("mp4");
  const making = useActOn(
    () =>
      rest("requestComposition", {
        params: { recordingId },
        body: { layout, format, language },
      }),
    { done: t("recordings.filmAsked") },
  );
  return (
    <div className={styles["filters"]}>
      <Select
        label={t("recordings.layout")}
        allowDeselect={false}
        value={layout}
        data={compositionLayouts.map((value) => ({
          value,
          label: t(`recordings.layout.${value}`),
        }))}
        onChange={(chosen) =>
          setLayout(compositionLayouts.find((one) => one === chosen) ?? layout)
        }
      />
      <Select
        label={t("recordings.format")}
        allowDeselect={false}
        value={format}
        data={compositionFormats.map((value) => ({
          value,
          label: value.toUpperCase(),
        }))}
        onChange={(chosen) =>
          setFormat(compositionFormats.find((one) => one === chosen) ?? format)
        }
      />
      <Button
        loading={making.isPending}
        onClick={() => making.mutate(undefined)}
      >
        {t("recordings.makeFilm")}
      </Button>
    </div>
  );
}

function FilmState({
  film,
  opened,
}: FilmsProps & { readonly film: Composition }) {
  const { t, number } = useTexts();
  const megabytes = useMegabytes();
  const { id, state, progress, sizeBytes } = film;
  if (state === "ready")
    return (
      <Anchor href={withDevice(filmPath(opened.recording.id, id))} download>
        {t("recordings.download")}
        {sizeBytes !== null && `, ${megabytes(sizeBytes)}`}
      </Anchor>
    );
  if (state === "failed")
    return <Chip tone="danger">{t("recordings.filmFailed")}</Chip>;
  const percent = Math.round(progress * 100);
  return (
    <span className={styles["progress"]}>
      <Progress value={percent} aria-label={t("recordings.making")} />
      {state === "waiting"
        ? t("recordings.waiting")
        : t("recordings.makingPercent", { percent: number(percent) })}
    </span>
  );
}

/** What each person sent, by itself. */
function Originals({ opened: { recording, reels } }: FilmsProps) {
  const { t } = useTexts();
  const megabytes = useMegabytes();
  return (
    <>
      <h3>{t("recordings.originals")}</h3>
      <ul className={styles["list"]}>
        {reels.map(({ id, kind, name, sizeBytes }) => (
          <li key={id}>
            <span>
              {kind === "screen" ? t("call.screenOf", { name }) : name}
            </span>
            <Anchor href={withDevice(originalPath(recording.id, id))} download>
              {t("recordings.download")}, {megabytes(sizeBytes)}
            </Anchor>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Films made of a recording, in a layout that is chosen afterwards and again; for those who may take them along. */
export function Films({ opened }: FilmsProps) {
  const { t, dateTime } = useTexts();
  const { compositions, may, isComposingPossible } = opened;
  if (!may.download && !may.takeOriginals) return null;
  return (
    <Pane title={t("recordings.films")}>
      <div className={styles["inside"]}>
        <p className={styles["quiet"]}>
          {t(
            isComposingPossible ? "recordings.filmsLead" : "recordings.noFilms",
          )}
        </p>
        {may.download && isComposingPossible && <NewFilm opened={opened} />}
        <ul className={styles["list"]}>
          {compositions.map((film) => (
            <li key={film.id}>
              <span>
                {t(`recordings.layout.${film.layout}`)},{" "}
                {film.format.toUpperCase()}
                <small className={styles["quiet"]}>
                  {film.requestedByName}, {dateTime(film.requestedAt)}
                </small>
              </span>
              <FilmState film={film} opened={opened} />
            </li>
          ))}
        </ul>
        {may.takeOriginals && <Originals opened={opened} />}
      </div>
    </Pane>
  );
}
