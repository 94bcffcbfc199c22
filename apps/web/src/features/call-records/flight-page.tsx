import { Button } from "@mantine/core";
import type { CallId, CallTrouble, FlightRecord } from "@veche/contracts";
import { iconUpload } from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { saveFile } from "../../platform/save-file.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { linesOf, type FlightLine } from "./flight-lines.ts";
import { FlightPlots } from "./flight-plots.tsx";
import { useFlightRecord } from "./use-call-records.ts";
import styles from "./call-records.module.css";

interface CauseProps {
  readonly name: string;
  readonly trouble: CallTrouble;
}

/** One trouble in words: when, whose, why, which way, how much, and what was given up. */
function Cause({ name, trouble }: CauseProps) {
  const { t, number } = useTexts();
  const clock = useClock();
  const figures = [
    ...(trouble.lossRatio !== null && trouble.lossRatio >= 0.01
      ? [
          t("flight.upToLoss", {
            value: number(Math.round(trouble.lossRatio * 100)),
          }),
        ]
      : []),
    ...(trouble.roundTripMs !== null && trouble.roundTripMs >= 150
      ? [t("flight.upToDelay", { value: Math.round(trouble.roundTripMs) })]
      : []),
    ...(trouble.jitterMs !== null && trouble.jitterMs >= 30
      ? [t("flight.upToJitter", { value: Math.round(trouble.jitterMs) })]
      : []),
  ];
  return (
    <li data-level={trouble.level}>
      <b>
        {t("flight.cause", {
          name,
          from: clock(trouble.fromAt),
          to: clock(trouble.toAt),
          level: t(`quality.${trouble.level}`).toLowerCase(),
        })}
      </b>
      <span>
        {[
          t(`qualityReason.${trouble.reason}`),
          t(`flight.side.${trouble.side}`),
          ...figures,
          t(`calls.path.${trouble.path}`).toLowerCase(),
          ...(trouble.step === "full" ? [] : [t(`ladder.${trouble.step}`)]),
        ].join(", ")}
      </span>
    </li>
  );
}

function Causes({ record }: { readonly record: FlightRecord }) {
  const { t } = useTexts();
  const troubles = record.participants.flatMap(({ name, troubles: own }) =>
    own.map((trouble) => ({ name, trouble })),
  );
  return (
    <Pane title={t("flight.causes")}>
      {troubles.length === 0 ? (
        <p className={styles["lead"]}>{t("flight.noCauses")}</p>
      ) : (
        <ul className={styles["causes"]}>
          {troubles.map(({ name, trouble }) => (
            <Cause
              key={`${name} ${trouble.fromAt}`}
              name={name}
              trouble={trouble}
            />
          ))}
        </ul>
      )}
    </Pane>
  );
}

function EventWords({ line }: { readonly line: FlightLine }) {
  const { t } = useTexts();
  if (line.kind === "step") return t(`ladder.${line.step}`);
  const { kind, equipment } = line.event;
  if (equipment === undefined) return t(`flight.event.${kind}`);
  return t("flight.equipment", {
    browser: equipment.browser,
    microphone: equipment.microphone ?? "—",
    camera: equipment.camera ?? "—",
  });
}

function Events({ record }: { readonly record: FlightRecord }) {
  const { t } = useTexts();
  const clock = useClock();
  return (
    <Pane title={t("flight.events")}>
      <div
        className={styles["scroll"]}
        role="region"
        aria-label={t("flight.events")}
        tabIndex={0}
      >
        <ol className={styles["events"]}>
          {linesOf(record).map((line, place) => (
            // Two things may happen to one person at one moment; their order never changes.
            <li key={place} data-kind={line.kind}>
              <time dateTime={line.at}>{clock(line.at)}</time>
              <b>{line.name}</b>
              <span>
                <EventWords line={line} />
              </span>
            </li>
          ))}
        </ol>
      </div>
    </Pane>
  );
}

/* Of one call the seconds matter. */
function useClock(): (instant: string) => string {
  const { language } = useTexts();
  const format = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  return (instant) => format.format(Date.parse(instant));
}

interface FlightPageProps {
  readonly callId: CallId;
  readonly back: ReactNode;
}

/** The flight recorder of a call: causes in words, what happened, and what each participant's browser measured. */
export function FlightPage({ callId, back }: FlightPageProps) {
  const { t, dateTime } = useTexts();
  const query = useFlightRecord(callId);
  const record = query.data;
  const save = record !== undefined && (
    <Button
      leftSection={<Icon paths={iconUpload} size={18} />}
      onClick={() =>
        saveFile(`call-${callId}.json`, {
          text: JSON.stringify(record, null, 2),
          type: "application/json",
        })
      }
    >
      {t("flight.export")}
    </Button>
  );
  return (
    <Page
      title={t("flight.title")}
      {...(record === undefined ? {} : { lead: dateTime(record.createdAt) })}
      actions={
        <>
          {back}
          {save}
        </>
      }
    >
      <Loaded query={query}>
        {(found) => (
          <div className={styles["columns"]}>
            <div>
              <Causes record={found} />
              <FlightPlots record={found} />
            </div>
            <Events record={found} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
