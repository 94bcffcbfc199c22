import type {
  DeviceKind,
  LocalMedia,
  LocalMediaSnapshot,
} from "@veche/call-client";
import { useId } from "preact/hooks";
import { useTexts } from "../parts/widget-context.ts";
import { deviceName } from "./device-words.ts";

interface DeviceSelectProps {
  readonly kind: DeviceKind;
  readonly media: LocalMedia;
  readonly state: LocalMediaSnapshot;
}

const lists = {
  microphone: "microphones",
  camera: "cameras",
  speaker: "speakers",
} as const;

/** Chooses one device; what is chosen is remembered for the next visit. */
export function DeviceSelect({ kind, media, state }: DeviceSelectProps) {
  const translator = useTexts();
  const { t } = translator;
  const id = useId();
  const devices = state[lists[kind]];
  const source = kind === "speaker" ? null : state[kind];
  const used = source?.kind === "on" ? source.deviceId : state.chosen[kind];
  // A browser that chooses the speaker itself leaves nothing to choose.
  if (kind === "speaker" && devices.length === 0) return null;
  return (
    <div class="device">
      <label for={id}>{t(`device.${kind}`)}</label>
      <select
        id={id}
        class="select"
        disabled={devices.length === 0}
        value={used ?? ""}
        onChange={(event) => void media.choose(kind, event.currentTarget.value)}
      >
        {devices.length === 0 ? (
          <option value="">{t("device.none")}</option>
        ) : null}
        {devices.length > 0 &&
        !devices.some(({ deviceId }) => deviceId === used) ? (
          <option value={used ?? ""}>{t("device.default")}</option>
        ) : null}
        {devices.map((device, place) => (
          <option key={device.deviceId} value={device.deviceId}>
            {deviceName(kind, device, { place, translator })}
          </option>
        ))}
      </select>
    </div>
  );
}
