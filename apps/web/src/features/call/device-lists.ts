import type {
  Device,
  DeviceKind,
  LocalMediaSnapshot,
  SourceState,
} from "@veche/call-client";

export interface DeviceList {
  readonly kind: DeviceKind;
  readonly devices: readonly Device[];
  /** The one in use, or the one chosen for the next time. */
  readonly chosen: string | null;
}

const inUse = (state: SourceState): string | null =>
  state.kind === "on" ? state.deviceId : null;

/** What the menu of devices offers. Speakers are left out where the browser chooses them itself. */
export function deviceLists(local: LocalMediaSnapshot): readonly DeviceList[] {
  const lists: readonly DeviceList[] = [
    {
      kind: "microphone",
      devices: local.microphones,
      chosen: inUse(local.microphone) ?? local.chosen.microphone,
    },
    {
      kind: "camera",
      devices: local.cameras,
      chosen: inUse(local.camera) ?? local.chosen.camera,
    },
    {
      kind: "speaker",
      devices: local.speakers,
      chosen: local.chosen.speaker ?? local.speakers[0]?.deviceId ?? null,
    },
  ];
  return lists.filter(
    ({ kind, devices }) => kind !== "speaker" || devices.length > 0,
  );
}
