import type { Id, RoomId } from "@veche/contracts";
import type { JanusHandle, PluginAnswer } from "../janus/janus-handle.ts";
import type { Layer } from "./layers.ts";

/** A participant's published media, by the name the room knows it under. */
export type FeedId = Id<"feed">;

/** A line that Janus sends to a viewer. */
export interface ViewedLine {
  readonly mid: string;
  readonly feedId: FeedId;
  readonly feedMid: string;
}

export interface Viewed {
  /** Absent when there is nothing to renegotiate. */
  readonly sdp: string | undefined;
  readonly lines: readonly ViewedLine[];
}

/** One codec for all: every browser has it, and its layers can be chosen by Janus 1.1. */
const codecs = { videocodec: "vp8", audiocodec: "opus" } as const;
/** More than any call has seats, and lives that are replaced linger beside their successors: who comes in is not decided here. */
const mostPublishers = 2_000;

export async function createRoom(
  handle: JanusHandle,
  room: RoomId,
  roomKey: string,
): Promise<void> {
  await handle.ask({
    request: "create",
    room,
    admin_key: roomKey,
    is_private: true,
    publishers: mostPublishers,
    bitrate: 0,
    fir_freq: 0,
    opus_fec: true,
    notify_joining: false,
    // Who talks is told half a second after it began, and a fifth of a second after it ended.
    audiolevel_event: true,
    audio_active_packets: 20,
    audio_level_average: 50,
    ...codecs,
  });
}

export async function destroyRoom(
  handle: JanusHandle,
  room: RoomId,
): Promise<void> {
  await handle.ask({ request: "destroy", room });
}

/** The server's answer to what is sent. */
export async function publishFeed(
  handle: JanusHandle,
  feed: { readonly room: RoomId; readonly id: FeedId; readonly sdp: string },
): Promise<string> {
  const { room, id, sdp } = feed;
  await handle.ask({ request: "join", ptype: "publisher", room, id });
  const answer = await handle.ask(
    { request: "publish" },
    { type: "offer", sdp },
  );
  if (answer.sdp === undefined) throw new Error("Janus answered no offer");
  return answer.sdp;
}

/** A line of a feed. */
type Source = Pick<ViewedLine, "feedId" | "feedMid">;

const streamOf = ({ feedId, feedMid }: Source) => ({
  feed: feedId,
  mid: feedMid,
});

/** The first lines that somebody views. */
export async function viewFirst(
  handle: JanusHandle,
  room: RoomId,
  sources: readonly Source[],
): Promise<Viewed> {
  return viewedIn(
    await handle.ask({
      request: "join",
      ptype: "subscriber",
      room,
      // We say ourselves what is viewed no more, in the order of everything else.
      autoupdate: false,
      streams: sources.map(streamOf),
    }),
  );
}

export async function viewMore(
  handle: JanusHandle,
  sources: readonly Source[],
): Promise<Viewed> {
  return viewedIn(
    await handle.ask({
      request: "subscribe",
      streams: sources.map(streamOf),
    }),
  );
}

/** Other sources for lines that stand: nothing is negotiated, and each goes on with its own numbering. */
export async function viewInstead(
  handle: JanusHandle,
  changes: readonly { readonly mid: string; readonly source: Source }[],
): Promise<Viewed> {
  return viewedIn(
    await handle.ask({
      request: "switch",
      streams: changes.map(({ mid, source }) => ({
        ...streamOf(source),
        sub_mid: mid,
      })),
    }),
  );
}

/** By the viewer's own lines: their feed may be gone already. */
export async function viewLess(
  handle: JanusHandle,
  mids: readonly string[],
): Promise<Viewed> {
  return viewedIn(
    await handle.ask({
      request: "unsubscribe",
      streams: mids.map((sub_mid) => ({ sub_mid })),
    }),
  );
}

export interface LayerChoice {
  readonly mid: string;
  readonly layer: Layer;
}

/** What is sent of these lines of a viewer. */
export async function chooseLayers(
  handle: JanusHandle,
  choices: readonly LayerChoice[],
): Promise<void> {
  await handle.ask({
    request: "configure",
    streams: choices.map(({ mid, layer }) => ({
      mid,
      send: layer.isSent,
      ...(layer.isSent && {
        substream: layer.substream,
        temporal: layer.temporal,
      }),
    })),
  });
}

export async function startViewing(
  handle: JanusHandle,
  sdp: string,
): Promise<void> {
  await handle.ask({ request: "start" }, { type: "answer", sdp });
}

function viewedIn({ sdp, data }: PluginAnswer): Viewed {
  const streams = Array.isArray(data["streams"]) ? data["streams"] : [];
  return { sdp, lines: streams.flatMap(lineIn) };
}

function lineIn(stream: unknown): readonly ViewedLine[] {
  // Janus's own word, believed member by member.
  const { mid, feed_id, feed_mid, active } = stream as Readonly<
    Record<string, unknown>
  >;
  return typeof mid === "string" &&
    typeof feed_id === "string" &&
    typeof feed_mid === "string" &&
    active !== false
    ? // A name that we gave ourselves comes back.
      [{ mid, feedId: feed_id as FeedId, feedMid: feed_mid }]
    : [];
}
