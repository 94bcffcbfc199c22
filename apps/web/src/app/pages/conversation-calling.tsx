import { Button } from "@mantine/core";
import type { CallMedia, Conversation } from "@veche/contracts";
import { iconPhone, iconVideo } from "@veche/ui";
import { CallBanner } from "../../features/call/group/call-banner.tsx";
import { ToolButton } from "../../features/messenger/tool-button.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useWorkplace } from "../workplace-context.ts";

interface CallingProps {
  readonly conversation: Conversation;
}

const mayBeCalled = ({ kind }: Conversation): boolean =>
  kind === "direct" || kind === "group";

/** Calls from a conversation: the other one of two, or everybody in a group. */
export function CallTools({ conversation }: CallingProps) {
  const texts = useTexts();
  const { calls, entrance, groupCalls } = useWorkplace();
  const place = useStore(calls.state);
  const going = useStore(groupCalls.state);
  if (
    !mayBeCalled(conversation) ||
    place.kind !== "none" ||
    going.has(conversation.id)
  )
    return null;
  const call = (media: CallMedia) =>
    void entrance
      .start(conversation.id, media)
      .catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <>
      <ToolButton
        icon={iconVideo}
        name={texts.t("group.startVideo")}
        size={36}
        onClick={() => call("video")}
      />
      <ToolButton
        icon={iconPhone}
        name={texts.t("group.startAudio")}
        size={36}
        onClick={() => call("audio")}
      />
    </>
  );
}

/** Calls once more whoever was not reached, or who did not reach me. */
export function CallAgain({ conversation }: CallingProps) {
  const texts = useTexts();
  const { calls } = useWorkplace();
  const isFree = useStore(calls.state).kind === "none";
  const call = () =>
    void calls
      .start(conversation.id, "audio")
      .catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      disabled={!isFree}
      leftSection={<Icon paths={iconPhone} size={14} />}
      onClick={call}
    >
      {texts.t("call.again")}
    </Button>
  );
}

/** The call that goes on in a conversation while I am not in it. */
export function GoingCall({ conversation }: CallingProps) {
  const { calls, entrance, groupCalls } = useWorkplace();
  const place = useStore(calls.state);
  const call = useStore(groupCalls.state).get(conversation.id);
  if (call === undefined || place.kind !== "none") return null;
  return <CallBanner call={call} onJoin={() => entrance.join(call)} />;
}
