import { open, type FileHandle } from "node:fs/promises";
import { writeAll } from "../../../../platform/write-all.ts";
import type { Frame } from "../frames/frame.ts";
import { element, idBytes, lengthBytes, whole } from "./ebml.ts";
import {
  clusterId,
  cues,
  fileHead,
  info,
  seekHead,
  segmentId,
  trackNumber,
  tracks,
  type Cue,
  type FilmContent,
} from "./webm-elements.ts";

export interface WebmFile extends AsyncDisposable {
  /** Frames of both kinds come in the order of their times. */
  add(kind: "picture" | "sound", frame: Frame): Promise<void>;
  /** Puts down what players need for seeking; the bytes are safe then. */
  finish(durationMs: number): Promise<void>;
}

/** A block tells its time by 16 bits from its cluster's. */
const clusterAtMostMs = 5_000;
const clusterAtMostBytes = 2 * 1024 * 1024;
const clusterTimestamp = 0xe7;
const simpleBlock = 0xa3;

/** A new film in a file; whatever stood there is gone. */
export async function createWebmFile(
  path: string,
  content: FilmContent,
): Promise<WebmFile> {
  return new OpenWebmFile(await open(path, "w", 0o600), content).begin();
}

interface Cluster {
  readonly atMs: number;
  readonly blocks: Buffer[];
  bytes: number;
}

class OpenWebmFile implements WebmFile {
  readonly #handle: FileHandle;
  readonly #content: FilmContent;
  readonly #cues: Cue[] = [];
  #segmentAt = 0;
  #at = 0;
  #cluster: Cluster | undefined;

  constructor(handle: FileHandle, content: FilmContent) {
    this.#handle = handle;
    this.#content = content;
  }

  async begin(): Promise<this> {
    await this.#append(fileHead(), idBytes(segmentId), lengthBytes(0));
    this.#segmentAt = this.#at;
    // Put right at the end; as long then as now.
    await this.#append(seekHead(0), info(0), tracks(this.#content));
    return this;
  }

  async add(kind: "picture" | "sound", frame: Frame): Promise<void> {
    const atMs = Math.max(0, Math.round(frame.atMs));
    const cluster = await this.#clusterFor(kind, { ...frame, atMs });
    const head = Buffer.alloc(4);
    head.writeUInt8(0x80 | trackNumber[kind], 0);
    head.writeInt16BE(atMs - cluster.atMs, 1);
    head.writeUInt8(frame.isKey ? 0x80 : 0, 3);
    const block = element(simpleBlock, head, frame.bytes);
    cluster.blocks.push(block);
    cluster.bytes += block.length;
  }

  async finish(durationMs: number): Promise<void> {
    await this.#writeCluster();
    const cuesAt = this.#at - this.#segmentAt;
    const track = this.#content.picture
      ? trackNumber.picture
      : trackNumber.sound;
    await this.#append(cues(this.#cues, track));
    const length = lengthBytes(this.#at - this.#segmentAt);
    await writeAll(
      this.#handle,
      Buffer.concat([length, seekHead(cuesAt), info(durationMs)]),
      this.#segmentAt - length.length,
    );
    await this.#handle.datasync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }

  /** Where players may begin a cluster begins: at pictures that need none before, or anywhere in mere sound. */
  async #clusterFor(
    kind: "picture" | "sound",
    { atMs, isKey }: Frame,
  ): Promise<Cluster> {
    const current = this.#cluster;
    const isPlace = isKey && (kind === "picture" || !this.#content.picture);
    const isFull =
      current !== undefined &&
      (atMs - current.atMs >= clusterAtMostMs ||
        current.bytes >= clusterAtMostBytes);
    if (current && !isFull && !(isPlace && kind === "picture")) return current;
    await this.#writeCluster();
    if (isPlace)
      this.#cues.push({ atMs, clusterAt: this.#at - this.#segmentAt });
    this.#cluster = { atMs, blocks: [], bytes: 0 };
    return this.#cluster;
  }

  async #writeCluster(): Promise<void> {
    const cluster = this.#cluster;
    this.#cluster = undefined;
    if (cluster === undefined) return;
    await this.#append(
      element(
        clusterId,
        whole(clusterTimestamp, cluster.atMs),
        ...cluster.blocks,
      ),
    );
  }

  async #append(...pieces: readonly Buffer[]): Promise<void> {
    const bytes = Buffer.concat(pieces);
    await writeAll(this.#handle, bytes, this.#at);
    this.#at += bytes.length;
  }
}
