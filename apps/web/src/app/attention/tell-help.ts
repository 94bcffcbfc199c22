import { decideNotification, type AskedHelp } from "@veche/contracts";
import type { HelpAsked } from "../../features/board/help-asked.ts";
import type { TellNewsDeps } from "./tell-news.ts";
import { isTurnHere } from "./turn.ts";

export interface TellHelpDeps extends Pick<
  TellNewsDeps,
  | "settings"
  | "presence"
  | "leader"
  | "focus"
  | "sounds"
  | "texts"
  | "notices"
  | "nowMs"
  | "isTalking"
> {
  readonly help: Pick<HelpAsked, "all">;
}

/** What was asked for longer ago was shown by the page; it is old news for the ear. */
const newsMs = 60_000;
const anyPlace = { notify: "all", mutedUntil: null } as const;

/** Sounds and shows that an operator asks for help, like a call: somebody waits for an answer. Answers with its end. */
export function tellHelp(deps: TellHelpDeps): () => void {
  const { help, settings, presence, nowMs, notices, texts } = deps;
  let known: readonly AskedHelp[] = help.all.get();

  const tell = async ({ requestId, operatorName, since }: AskedHelp) => {
    if (Date.parse(since) < nowMs() - newsMs) return;
    const state = presence.get();
    const isInCall = deps.isTalking() || state?.isInCall === true;
    const verdict = decideNotification({
      cause: "call",
      place: anyPlace,
      settings: settings.get(),
      isDoNotDisturb: state?.state === "do_not_disturb",
      isInCall,
      now: new Date(nowMs()),
    });
    if (verdict.kind === "silent" || !(await isTurnHere(deps))) return;
    const sound = settings.get().sounds.message;
    // It is said once, in the sound of a message: a ring would be taken for a customer's.
    if (sound !== null && !isInCall) deps.sounds.message(sound);
    if (deps.focus.isHere()) return;
    const { t } = texts.get();
    await notices.show({
      title: t("help.asks", { name: operatorName }),
      body: "",
      tag: `help/${requestId}`,
      path: "/board",
    });
  };
  return help.all.subscribe(() => {
    const asked = help.all.get();
    const before = new Set(known.map(({ requestId }) => requestId));
    known = asked;
    for (const one of asked) if (!before.has(one.requestId)) void tell(one);
  });
}
