import type { CallPlatform } from "./call-platform.ts";

/** Network facts that some browsers tell (Chrome on phones and Chromebooks) and the standard types leave out. */
interface NetworkInformation extends EventTarget {
  readonly type?: string;
}

const onNetworkChange = (listener: () => void): (() => void) => {
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener("online", listener, { signal });
  const { connection } = navigator as {
    readonly connection?: NetworkInformation;
  }; // not in the DOM types
  let type = connection?.type;
  connection?.addEventListener(
    "change",
    () => {
      // "change" also comes with every new estimate of speed; only another kind of network breaks a path.
      if (connection.type === type) return;
      type = connection.type;
      listener();
    },
    { signal },
  );
  return () => {
    stop.abort();
  };
};

const onDevicesChange = (listener: () => void): (() => void) => {
  navigator.mediaDevices.addEventListener("devicechange", listener);
  return () => {
    navigator.mediaDevices.removeEventListener("devicechange", listener);
  };
};

/* The makers put other names beside their own; the first of these that is there is theirs. */
const names = ["Firefox", "Edg", "OPR", "YaBrowser", "Chrome", "Version"];

const browserName = (userAgent: string): string => {
  const name = names.find((one) => userAgent.includes(`${one}/`));
  const version = userAgent.split(`${name ?? ""}/`)[1]?.split(/[. ]/)[0];
  if (name === undefined || version === undefined) return "unknown";
  return `${name === "Version" ? "Safari" : name} ${version}`;
};

/** The browser's own: the default at an app's edge. */
export const browserCallPlatform = (): CallPlatform => {
  const isSecure = "mediaDevices" in navigator;
  return {
    isSecure,
    browser: browserName(navigator.userAgent),
    createPeerConnection: (configuration) =>
      new RTCPeerConnection(configuration),
    videoCodecs: () => {
      const canPrefer = "setCodecPreferences" in RTCRtpTransceiver.prototype;
      return canPrefer
        ? RTCRtpReceiver.getCapabilities("video")?.codecs
        : undefined;
    },
    getUserMedia: (constraints) =>
      navigator.mediaDevices.getUserMedia(constraints),
    getDisplayMedia:
      isSecure && "getDisplayMedia" in navigator.mediaDevices
        ? (constraints) => navigator.mediaDevices.getDisplayMedia(constraints)
        : undefined,
    listDevices: () =>
      isSecure
        ? navigator.mediaDevices.enumerateDevices()
        : Promise.resolve([]),
    onDevicesChange: isSecure ? onDevicesChange : () => () => undefined,
    onNetworkChange,
    createStream: (tracks) => new MediaStream([...tracks]),
    createAudioContext: () => new AudioContext(),
  };
};
