import type { Attachment } from "@veche/contracts";
import { endingOf } from "./file-name.ts";

/** What the first bytes say. */
export interface Detected {
  readonly mediaType: string;
  /** Without the dot. */
  readonly ending: string;
}

/** What a file is shown as. */
export interface Nature {
  readonly kind: Attachment["kind"];
  readonly mediaType: string;
  readonly name: string;
}

/** Pictures that every browser shows and that we can write anew, without whatever was hidden in them. */
export const shownPictures = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
] as const;

/** What browsers play; the same container may hold sound alone. */
const played: Readonly<Record<string, "audio" | "video">> = {
  "video/mp4": "video",
  "video/webm": "video",
  "video/quicktime": "video",
  "audio/mpeg": "audio",
  "audio/mp4": "audio",
  "audio/x-m4a": "audio",
  "audio/aac": "audio",
  "audio/wav": "audio",
  "audio/vnd.wave": "audio",
  "audio/ogg": "audio",
  "audio/opus": "audio",
  "audio/flac": "audio",
  "audio/x-flac": "audio",
};
const soundIn: Readonly<Record<string, string>> = {
  "video/mp4": "audio/mp4",
  "video/webm": "audio/webm",
};

const unknown: Detected = {
  mediaType: "application/octet-stream",
  ending: "",
};

/** Endings people trust by sight: under one of them only its own content may stand. */
const trusted: Readonly<Record<string, readonly string[]>> = {
  ".jpg": ["image/jpeg"],
  ".jpeg": ["image/jpeg"],
  ".png": ["image/png", "image/apng"],
  ".gif": ["image/gif"],
  ".webp": ["image/webp"],
  ".pdf": ["application/pdf"],
  ".mp3": ["audio/mpeg"],
  ".mp4": ["video/mp4", "audio/mp4", "audio/x-m4a", "video/quicktime"],
};

/**
 * What a file is, by its content. `hint` is what its sender calls it: it counts only between sound and video of one
 * container. A name that promises other content gets a second ending that tells the truth.
 */
export function natureOf(
  name: string,
  { detected, hint }: { detected: Detected | undefined; hint: string | null },
): Nature {
  const found = detected ?? unknown;
  return {
    ...kindOf(found.mediaType, hint),
    name: honestName(name, found),
  };
}

function kindOf(
  mediaType: string,
  hint: string | null,
): Pick<Nature, "kind" | "mediaType"> {
  if (shownPictures.some((shown) => shown === mediaType))
    return { kind: "picture", mediaType };
  const sound = soundIn[mediaType];
  if (sound !== undefined && hint?.startsWith("audio/") === true)
    return { kind: "audio", mediaType: sound };
  return { kind: played[mediaType] ?? "document", mediaType };
}

function honestName(name: string, { mediaType, ending }: Detected): string {
  const allowed = trusted[endingOf(name).toLowerCase()];
  if (allowed === undefined || allowed.includes(mediaType)) return name;
  return `${name.slice(0, 180).toWellFormed()}.${ending === "" ? "bin" : ending}`;
}
