import { peaksOf, waveformText, type Measures } from "./measures.ts";

/** Longer sounds are not decoded whole for a drawing. */
const decodedAtMostBytes = 25_000_000;
const longestMs = 86_400_000;

async function measureSound(file: File): Promise<Measures> {
  if (file.size > decodedAtMostBytes) return {};
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    return {
      ...lasting(sound.duration),
      waveform: waveformText(peaksOf(sound.getChannelData(0))),
    };
  } finally {
    await context.close();
  }
}

function lasting(seconds: number): Pick<Measures, "durationMs"> {
  const durationMs = Math.round(seconds * 1000);
  const isTrue =
    Number.isFinite(durationMs) && durationMs >= 1 && durationMs <= longestMs;
  return isTrue ? { durationMs } : {};
}

function measureVideo(file: File): Promise<Measures> {
  const address = URL.createObjectURL(file);
  const video = document.createElement("video");
  video.preload = "metadata";
  return new Promise<Measures>((resolve, reject) => {
    video.onloadedmetadata = () => {
      const { videoWidth: width, videoHeight: height, duration } = video;
      const seen = width > 0 && height > 0 ? { width, height } : {};
      resolve({ ...lasting(duration), ...seen });
    };
    video.onerror = () => reject(new Error("the browser plays no such video"));
    video.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}

/** Measures a sound or a video; of what the browser cannot read, and of everything else, nothing is told. */
export async function measureFile(file: File): Promise<Measures> {
  const kind = file.type.split("/")[0];
  const measured =
    kind === "audio"
      ? measureSound(file)
      : kind === "video"
        ? measureVideo(file)
        : Promise.resolve({});
  return measured.catch(() => ({}));
}
