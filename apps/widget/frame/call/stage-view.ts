import type { CallSnapshot, OtherParty } from "@veche/call-client";
import { transferWords } from "../chat/note.ts";
import type { WidgetTranslator } from "../texts/translator.ts";

/** What fills the stage: the other side's screen, their picture, or their name when there is no picture. */
type MainPicture = "screen" | "camera" | "name";

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
  /** A supervisor beside the operator, with what comes of them. */
  readonly third: OtherParty | null;
}

interface StageFacts {
  readonly snapshot: CallSnapshot;
  readonly nowMs: number;
  readonly companyName: string;
  /** Does the server hear us now, so that what it last told is the present? */
  readonly isHeard: boolean;
  /** The operator is away for a moment: neither side sends the other anything. */
  readonly isOnHold: boolean;
  /** The visitor is being handed over. */
  readonly transfer: { readonly toName: string | null } | null;
}

const secondsUntil = (at: string, nowMs: number): number =>
  Math.max(0, Math.ceil((Date.parse(at) - nowMs) / 1000));

/** Whose line is lost? Only a server one still hears can tell that it is the other side's. */
function lostBanner(
  { snapshot, nowMs, isHeard }: StageFacts,
  name: string,
  { t }: WidgetTranslator,
): StageView["banner"] {
  const { state, peer } = snapshot;
  if (peer?.state === "reconnecting" && isHeard) {
    const { heldUntil } = peer;
    const text =
      heldUntil === null
        ? t("call.reconnecting")
        : t("call.held", { name, seconds: secondsUntil(heldUntil, nowMs) });
    return { tone: "caution", text };
  }
  if (state.kind !== "reconnecting") return null;
  return {
    tone: "caution",
    text: `${t("call.selfLost")} ${t("call.notSending")}`,
  };
}

function bannerOf(
  facts: StageFacts,
  name: string,
  translator: WidgetTranslator,
): StageView["banner"] {
  const { state, peer, call } = facts.snapshot;
  const { t } = translator;
  const lost = lostBanner(facts, name, translator);
  if (lost === null && facts.isOnHold)
    return { tone: "info", text: t("call.onHold") };
  if (lost === null && facts.transfer !== null)
    return { tone: "info", text: transferWords(facts.transfer, translator) };
  if (lost === null && state.kind === "live" && call?.isSupervised === true)
    return { tone: "info", text: t("call.supervised") };
  if (lost !== null || state.kind === "live") return lost;
  if (call?.state === "ringing")
    return { tone: "info", text: t("call.ringing") };
  const text =
    peer === null ? t("call.joining") : t("call.waitingForThem", { name });
  return { tone: "info", text };
}

/** Whoever takes part beside the two. */
export const thirdIn = ({
  others,
}: Pick<CallSnapshot, "others">): OtherParty | null =>
  others.find(({ participant }) => participant.supervision !== undefined) ??
  null;

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
    third: thirdIn(snapshot),
    timerMs: liveAt === null ? null : Math.max(0, nowMs - Date.parse(liveAt)),
  };
}
