import type { Call } from "@veche/contracts";
import { iconPhone, iconPhoneOff, iconVideo, type IconPaths } from "@veche/ui";
import { Avatar } from "../parts/avatar.tsx";
import { Icon } from "../parts/icon.tsx";
import { ErrorNotice } from "../parts/notice.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { attempt } from "../session/widget.ts";

interface AnswerProps {
  readonly tone: "positive" | "positive-quiet" | "danger";
  readonly icon: IconPaths;
  readonly label: string;
  readonly onPress: () => void;
}

function Answer({ tone, icon, label, onPress }: AnswerProps) {
  return (
    <button type="button" class={`button ${tone}`} onClick={onPress}>
      <Icon paths={icon} /> {label}
    </button>
  );
}

function Answers({ call }: { readonly call: Call }) {
  const widget = useWidget();
  const { t } = useTexts();
  const answer = (how: { readonly hasCamera: boolean }) => {
    widget.sounds.unlock();
    void attempt(widget, async () =>
      (await widget.callSlot.load()).answer(call, how),
    );
  };
  const withCamera = () => answer({ hasCamera: true });
  const without = () => answer({ hasCamera: false });
  const decline = () =>
    void attempt(widget, () =>
      widget.send("call.decline", { callId: call.id }),
    );
  return (
    <div class="ring-answers">
      {call.media === "video" ? (
        <>
          <Answer
            tone="positive"
            icon={iconVideo}
            label={t("incoming.acceptVideo")}
            onPress={withCamera}
          />
          <Answer
            tone="positive-quiet"
            icon={iconPhone}
            label={t("incoming.acceptAudio")}
            onPress={without}
          />
        </>
      ) : (
        <Answer
          tone="positive"
          icon={iconPhone}
          label={t("incoming.accept")}
          onPress={without}
        />
      )}
      <Answer
        tone="danger"
        icon={iconPhoneOff}
        label={t("incoming.decline")}
        onPress={decline}
      />
    </div>
  );
}

/** The company calls (B14): who, what, and the answers. */
export function IncomingScreen({ call }: { readonly call: Call }) {
  const widget = useWidget();
  const { t } = useTexts();
  const failure = useReadable(widget.failure);
  const { branding } = useReadable(widget.settings);
  const caller = call.participants.find(
    ({ principalId }) => principalId === call.callerId,
  );
  const name = caller?.name ?? branding.productName;
  return (
    <div class="screen ring">
      <div class="ring-words" role="alert">
        <Avatar name={name} size={88} isCalling />
        <h2 class="ring-name">{t("incoming.title", { name })}</h2>
        <p class="muted">
          {branding.productName} · {t(`incoming.${call.media}`)}
        </p>
      </div>
      {failure === null ? null : <ErrorNotice code={failure} />}
      <Answers call={call} />
    </div>
  );
}
