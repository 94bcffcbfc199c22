import type { MediaSource, SentLine } from "@veche/contracts";

/** A line of a recorded connection and the end of its file's name, which is Janus's own. */
export interface TrackFile {
  readonly source: MediaSource;
  readonly suffix: string;
}

/** How Janus names the files of one connection: by the kind and the place of each line. */
export function trackFilesOf({
  sdp,
  lines,
}: {
  readonly sdp: string;
  readonly lines: readonly SentLine[];
}): readonly TrackFile[] {
  const sections = sdp.split(/^m=/mu).slice(1);
  return sections.flatMap((section, place) => {
    const kind = /^(audio|video) /u.exec(section)?.[1];
    const mid = /^a=mid:(\S+)/mu.exec(section)?.[1];
    const line = lines.find((one) => one.mid === mid);
    return kind === undefined || line === undefined
      ? []
      : [{ source: line.source, suffix: `-${kind}-${String(place)}.mjr` }];
  });
}
