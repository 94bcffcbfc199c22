const types = [
  "audio/webm;codecs=opus",
  "audio/ogg;codecs=opus",
  "audio/mp4",
] as const;
const extensions: Readonly<Record<string, string>> = {
  "audio/webm": "webm",
  "audio/ogg": "ogg",
  "audio/mp4": "m4a",
};

export interface VoiceRecording {
  /** Ends it; the microphone is let go. */
  readonly finish: () => Promise<File>;
  readonly cancel: () => void;
}

/** Starts recording the microphone; rejects as the browser does when it may not. */
export async function recordVoice(): Promise<VoiceRecording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(
    stream,
    mimeType === undefined ? {} : { mimeType, audioBitsPerSecond: 32_000 },
  );
  const pieces: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
  recorder.start(1000);
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    finish: () =>
      new Promise((resolve) => {
        recorder.addEventListener("stop", () => {
          letGo();
          const type = recorder.mimeType.split(";")[0] ?? "audio/webm";
          resolve(
            new File(pieces, `voice.${extensions[type] ?? "webm"}`, { type }),
          );
        });
        recorder.stop();
      }),
    cancel: () => {
      if (recorder.state !== "inactive") recorder.stop();
      letGo();
    },
  };
}
