import type { CallSnapshot } from "@veche/call-client";
import type { WidgetTranslator } from "../texts/translator.ts";

/** What fills the stage: the other side's screen, their picture, or their name when there is no picture. */
export type MainPicture = "screen" | "camera" | "name";

export interface StageView {
  readonly peerName: string;
  readonly main: MainPicture;
  /** Beside a shared screen the face stays, small. */
  readonly hasFaceTile: boolean;
  /** What both should know now: joining, a lost line, the countdown of a held seat. */
  readonly banner: {
    readonly tone: "info" | "caution";
    readonly text: string;
  } | null;
  /** From the first moment both were live; null before. */
  readonly timerMs: number | null;
}

interface StageFacts {
  readonly snapshot: CallSnapshot;
  readonly nowMs: number;
  readonly companyName: string;
}

const secondsUntil = (at: string, nowMs: number): number =>
  Math.max(0, Math.ceil((Date.parse(at) - nowMs) / 1000));

function bannerOf(
  { snapshot, nowMs }: StageFacts,
  peerName: string,
  { t }: WidgetTranslator,
): StageView["banner"] {
  const { state, peer, call } = snapshot;
  if (state.kind === "reconnecting")
    return {
      tone: "caution",
      text: `${t("call.selfLost")} ${t("call.notSending")}`,
    };
  if (peer?.state === "reconnecting")
    return {
      tone: "caution",
      text:
        peer.heldUntil === null
          ? t("call.reconnecting")
          : t("call.held", {
              name: peerName,
              seconds: secondsUntil(peer.heldUntil, nowMs),
            }),
    };
  if (state.kind === "live") return null;
  if (call?.state === "ringing")
    return { tone: "info", text: t("call.ringing") };
  return {
    tone: "info",
    text:
      peer === null
        ? t("call.joining")
        : t("call.waitingForThem", { name: peerName }),
  };
}

/** The stage of a call as data. */
export function stageOf(
  facts: StageFacts,
  translator: WidgetTranslator,
): StageView {
  const { snapshot, nowMs, companyName } = facts;
  const { peer, call, remoteScreen, remoteStream } = snapshot;
  const peerName = peer?.name ?? companyName;
  const hasFace = remoteStream !== null && peer?.media.camera === true;
  const hasScreen = remoteScreen !== null && peer?.media.screen === true;
  const liveAt = call?.liveAt ?? null;
  return {
    peerName,
    main: hasScreen ? "screen" : hasFace ? "camera" : "name",
    hasFaceTile: hasScreen && hasFace,
    banner: bannerOf(facts, peerName, translator),
    timerMs: liveAt === null ? null : Math.max(0, nowMs - Date.parse(liveAt)),
  };
}
