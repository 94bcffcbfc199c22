import type { Box, Label, Placed } from "../domain/layout.ts";
import { screenSize } from "../domain/layout.ts";
import type { FilmPlan } from "../domain/plan-film.ts";
import type { Span } from "../domain/span.ts";

const framesPerSecond = 25;
const background = "0x16181d";
const cell = "0x24272f";

/** Files that stand beside the plan: names and chapters are said in files, so that no name is ever a command. */
export interface FilmFiles {
  readonly chapters: string;
  /** By the plan's labels; undefined where no letters can be drawn. */
  readonly names: readonly string[] | undefined;
  readonly threads: number;
  readonly output: string;
}

/** One run that makes the film. */
export function ffmpegArguments(
  plan: FilmPlan,
  files: FilmFiles,
): readonly string[] {
  return [
    ...["-hide_banner", "-nostdin", "-loglevel", "error", "-y"],
    ...["-progress", "pipe:1", "-threads", String(files.threads)],
    ...["-filter_complex_threads", String(files.threads)],
    ...plan.reels.flatMap(({ path }) => [
      "-f",
      "matroska",
      "-i",
      `file:${path}`,
    ]),
    ...["-f", "ffmetadata", "-i", `file:${files.chapters}`],
    ...["-filter_complex", graphOf(plan, files)],
    ...["-map", "[picture]", "-map", "[sound]"],
    ...["-map_chapters", String(plan.reels.length), "-map_metadata:g", "-1"],
    ...encoders[plan.format],
    ...["-threads", String(files.threads), `file:${files.output}`],
  ];
}

const encoders = {
  mp4: [
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "26"],
    ...["-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "96k"],
    ...["-movflags", "+faststart", "-f", "mp4"],
  ],
  webm: [
    ...["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"],
    ...["-b:v", "1M", "-c:a", "libopus", "-b:a", "64k", "-f", "webm"],
  ],
} as const;

function graphOf(plan: FilmPlan, { names }: FilmFiles): string {
  const { placed, labels } = plan;
  const copies = copiesOf(placed);
  const canvas = `color=c=${background}:s=${screenSize.width}x${screenSize.height}:r=${framesPerSecond}:d=${seconds(plan.durationMs)},format=yuv420p${labels.map(frameOf).join("")}[canvas]`;
  return [
    canvas,
    ...copies.splits,
    ...placed.map((one, index) => cellOf(one, copies.names[index], index)),
    ...placed.map((one, index) => overlayOf(one, index)),
    `[on${placed.length}]${namesOf(labels, names)}[picture]`.replace(
      "[on0]",
      "[canvas]",
    ),
    ...soundOf(plan),
  ].join(";");
}

/** A picture that is shown at several places is taken apart first: a stream can be used once. */
function copiesOf(placed: readonly Placed[]): {
  readonly splits: readonly string[];
  readonly names: readonly string[];
} {
  const uses = new Map<number, number>();
  const names = placed.map(({ reel }) => {
    const place = uses.get(reel) ?? 0;
    uses.set(reel, place + 1);
    return `[r${reel}c${place}]`;
  });
  const splits = [...uses].map(([reel, count]) => {
    const copies = Array.from(
      { length: count },
      (_, place) => `[r${reel}c${place}]`,
    );
    return `[${reel}:v]fps=${framesPerSecond}:start_time=0,split=${count}${copies.join("")}`;
  });
  return { splits, names };
}

/** Whole in its box, whatever shape it has and takes meanwhile. */
const cellOf = (
  { box }: Placed,
  input: string | undefined,
  index: number,
): string =>
  `${input ?? ""}scale=${box.width}:${box.height}:force_original_aspect_ratio=decrease:force_divisible_by=2:eval=frame:flags=fast_bilinear,pad=${box.width}:${box.height}:-1:-1:color=${cell}:eval=frame,setsar=1[cell${index}]`;

const overlayOf = ({ box, shown }: Placed, index: number): string =>
  `${index === 0 ? "[canvas]" : `[on${index}]`}[cell${index}]overlay=x=${box.x}:y=${box.y}:eof_action=repeat:enable='${during(shown)}'[on${index + 1}]`;

const frameOf = ({ box }: Label): string =>
  `,drawbox=x=${box.x + 2}:y=${box.y + 2}:w=${box.width - 4}:h=${box.height - 4}:color=${cell}:t=fill`;

function namesOf(
  labels: readonly Label[],
  names: readonly string[] | undefined,
): string {
  if (names === undefined || labels.length === 0) return "null";
  return labels
    .map(({ box }, index) => nameOf(box, names[index] ?? ""))
    .join(",");
}

/** `expansion=none`: what stands in a name is never read as an instruction. */
const nameOf = (box: Box, file: string): string =>
  `drawtext=textfile=${file}:expansion=none:font=Sans:fontsize=18:fontcolor=white:box=1:boxcolor=black@0.5:boxborderw=6:x=${box.x + 14}:y=${box.y + box.height - 34}`;

const during = (spans: readonly Span[]): string =>
  spans.length === 0
    ? "0"
    : spans
        .map(
          ({ fromMs, toMs }) =>
            `between(t,${seconds(fromMs)},${seconds(toMs)})`,
        )
        .join("+");

/**
 * Every voice on the film's clock. A reel's sound has no holes and is never further from its time than its filling allows,
 * so it is told by its samples. Only where some are missing, because a piece could not be decoded, is silence put in (from
 * 100 ms on). Nothing is stretched: with its first stretching the filter forgets how much it has given already and puts in
 * as much silence again, and whoever is heard comes too late or after the film's end.
 */
function soundOf({ heard, durationMs }: FilmPlan): readonly string[] {
  const whole = `apad=whole_dur=${seconds(durationMs)},atrim=end=${seconds(durationMs)}`;
  if (heard.length === 0)
    return [
      `anullsrc=r=48000:cl=stereo,atrim=end=${seconds(durationMs)}[sound]`,
    ];
  return [
    ...heard.map(
      (reel) =>
        `[${reel}:a]aresample=48000:async=1:first_pts=0,aformat=channel_layouts=stereo[voice${reel}]`,
    ),
    `${heard.map((reel) => `[voice${reel}]`).join("")}amix=inputs=${heard.length}:duration=longest:normalize=0,alimiter=level=false,${whole}[sound]`,
  ];
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(3);
