import { Notice } from "../parts/notice.tsx";
import { useTexts } from "../parts/widget-context.ts";
import type {
  DeviceSource,
  LocalMedia,
  LocalMediaSnapshot,
} from "@veche/call-client";
import type { CallMedia } from "@veche/contracts";
import { CameraButton, MicrophoneButton } from "./device-buttons.tsx";
import { problemWords } from "./device-words.ts";
import { Picture } from "./picture.tsx";
import type { WidgetTranslator } from "../texts/translator.ts";

interface PreviewProps {
  readonly kind: CallMedia;
  readonly media: LocalMedia;
  readonly state: LocalMediaSnapshot;
}

/** What stands where the picture would be. */
function previewWords(
  { kind, state }: Omit<PreviewProps, "media">,
  { t }: WidgetTranslator,
): string | null {
  const isAsking =
    state.camera.kind === "opening" || state.microphone.kind === "opening";
  if (kind === "audio") return isAsking ? t("prejoin.askingAudio") : null;
  return t(isAsking ? "prejoin.asking" : "prejoin.cameraIsOff");
}

/** One's own picture before the call, with the two switches on it. */
export function Preview({ kind, media, state }: PreviewProps) {
  const translator = useTexts();
  return (
    <div class={`preview ${kind === "audio" ? "voice" : ""}`}>
      {state.cameraStream !== null && kind === "video" ? (
        <Picture
          stream={state.cameraStream}
          label={translator.t("prejoin.preview")}
          kind="own"
        />
      ) : (
        <p class="preview-words" role="status">
          {previewWords({ kind, state }, translator)}
        </p>
      )}
      <div class="preview-buttons">
        <MicrophoneButton media={media} state={state} />
        {kind === "video" ? <CameraButton media={media} state={state} /> : null}
      </div>
    </div>
  );
}

/** Says in words why a device is off, and that one can call without it. */
export function Problems({ kind, state }: Omit<PreviewProps, "media">) {
  const translator = useTexts();
  const { t } = translator;
  const sources: readonly DeviceSource[] =
    kind === "video" ? ["microphone", "camera"] : ["microphone"];
  const found = sources.flatMap((source) => {
    const one = state[source];
    return one.kind === "off" && one.problem !== null
      ? [{ source, problem: one.problem }]
      : [];
  });
  if (found.length === 0) return null;
  const lacksMicrophone = found.some(({ source }) => source === "microphone");
  return (
    <div role="alert">
      <Notice tone="caution">
        {[...new Set(found.map(({ problem }) => problem))].map((problem) => {
          const { happened, advice } = problemWords(problem, translator);
          return (
            <p key={problem}>
              <b>{happened}</b> {advice}
            </p>
          );
        })}
        <p>
          {t("prejoin.anyway")}{" "}
          {t(lacksMicrophone ? "prejoin.noMicrophone" : "prejoin.noCamera")}
        </p>
      </Notice>
    </div>
  );
}
