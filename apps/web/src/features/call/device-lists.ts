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
  const { microphones, cameras, speakers, microphone, camera, chosen } = local;
  const list = (
    kind: DeviceKind,
    devices: readonly Device[],
    used: string | null,
  ): DeviceList => {
    const wished = used ?? chosen[kind];
    const isThere = devices.some(({ deviceId }) => deviceId === wished);
    // The browser's own choice stands first in its list.
    return {
      kind,
      devices,
      chosen: isThere ? wished : (devices[0]?.deviceId ?? null),
    };
  };
  return [
    list("microphone", microphones, inUse(microphone)),
    list("camera", cameras, inUse(camera)),
    ...(speakers.length > 0 ? [list("speaker", speakers, null)] : []),
  ];
}
