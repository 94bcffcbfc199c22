import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as pause } from "node:timers/promises";
import { vi } from "vitest";
import {
  microphoneMid,
  cameraMid,
  LightPeer,
  tinyCamera,
} from "@veche/test-world/crowd";
import type {
  CallId,
  JoinId,
  Look,
  MediaSource,
  ReceivedLine,
  RoomId,
} from "@veche/contracts";
import { systemClock } from "../src/platform/clock.ts";
import { systemIds } from "../src/platform/ids.ts";
import { createLog } from "../src/platform/log.ts";
import { systemTimers } from "../src/platform/timers.ts";
import {
  createMedia,
  type MediaDeps,
  type Rooms,
} from "../src/modules/media/index.ts";
import { ownJanus } from "./own-janus.ts";

const sentLines = [
  { mid: microphoneMid, source: "microphone" },
  { mid: cameraMid, source: "camera" },
] as const;

/** One of many in a room: what they were told, and what came. */
export class Member {
  readonly joinId = systemIds.next<JoinId>();
  readonly peer: LightPeer;
  lines: readonly ReceivedLine[] = [];

  constructor(number: number) {
    this.peer = new LightPeer({
      name: `participant ${String(number)}`,
      camera: tinyCamera,
    });
  }

  linesOf(source: MediaSource): readonly ReceivedLine[] {
    return this.lines.filter((line) => line.source === source);
  }

  lineOf(other: Member, source: MediaSource): ReceivedLine | undefined {
    return this.linesOf(source).find(({ joinId }) => joinId === other.joinId);
  }

  /** Packets that came so far on the line that carries this of another; undefined while there is none. */
  packetsOf(other: Member, source: MediaSource): number | undefined {
    const line = this.lineOf(other, source);
    return line && (this.peer.arrived(line.mid)?.packets ?? 0);
  }
}

/** A real media server with one room, and light participants who come into it. */
export async function openCrowd(limits: NonNullable<MediaDeps["roomLimits"]>) {
  const dataDir = await mkdtemp(join(tmpdir(), "veche-crowd-"));
  await chmod(dataDir, 0o711);
  const media = createMedia({
    config: {
      turn: { kind: "off" },
      mediaNodes: [],
      mediaServer: ownJanus,
      host: "127.0.0.1",
      publicUrl: "http://127.0.0.1",
      dataDir,
      secretKey: "the key of this test, which is long enough",
    },
    clock: systemClock,
    ids: systemIds,
    log: createLog({ level: "silent", isPretty: false }),
    timers: systemTimers,
    roomLimits: limits,
  });
  media.start();
  await vi.waitUntil(() => media.serverStatus() === "up", { timeout: 120_000 });
  const crowd = new Crowd(media.rooms);
  return Object.assign(crowd, {
    async [Symbol.asyncDispose]() {
      crowd.close();
      await media[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true });
    },
  });
}

class Crowd {
  readonly members: Member[] = [];
  readonly #rooms: Rooms;
  readonly #callId = systemIds.next<CallId>();
  readonly #roomId = systemIds.next<RoomId>();
  #spotlit: Member | undefined;
  readonly #hearers = new Map<Member, readonly JoinId[]>();

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
    rooms.listen({
      offered: ({ joinId }, { sdp, lines }) =>
        void this.#take(joinId, sdp, lines).catch((error: unknown) => {
          // Who leaves in the middle owes no answer, nor do all of them at the end.
          if (this.#member(joinId) !== undefined) throw error;
        }),
      linesChanged: ({ joinId }, lines) => {
        const member = this.#member(joinId);
        if (member !== undefined) member.lines = lines;
      },
      lost: () => undefined,
    });
  }

  /** So many come, some at a time; settles when all of them stand and have as many lines as the rest leave them. */
  async come(count: number): Promise<void> {
    const atOnce = 4;
    for (let come = 0; come < count; come += atOnce)
      await Promise.all(
        Array.from({ length: Math.min(atOnce, count - come) }, () =>
          this.#enter(),
        ),
      );
    await vi.waitUntil(() => this.members.every(({ peer }) => peer.isUp), {
      timeout: 120_000,
    });
  }

  /** Somebody comes who says without a pause how they show the others. Were they offered anything before they were answered? */
  async comeLooking(look: Look): Promise<boolean> {
    const order: ("answered" | "offered")[] = [];
    const entering = this.#enter().then(() => order.push("answered"));
    const member = this.members.at(-1)!;
    while (order.length === 0) {
      this.look(member, look);
      if (member.lines.length > 0) order.push("offered");
      await pause();
    }
    await entering;
    return order[0] === "offered";
  }

  leave(member: Member): void {
    this.members.splice(this.members.indexOf(member), 1);
    member.peer[Symbol.dispose]();
    this.#keep();
  }

  /** All look at this one from now on. */
  spotlight(member: Member): void {
    this.#spotlit = member;
    this.#keep();
  }

  /** What this one sends comes to these alone from now on; undefined: to all. */
  speakTo(member: Member, hearers: readonly Member[] | undefined): void {
    if (hearers === undefined) this.#hearers.delete(member);
    else
      this.#hearers.set(
        member,
        hearers.map(({ joinId }) => joinId),
      );
    this.#keep();
  }

  look(viewer: Member, look: Look): void {
    this.#rooms.look(this.#placeOf(viewer.joinId), look);
  }

  close(): void {
    for (const { peer } of this.members.splice(0)) peer[Symbol.dispose]();
    this.#rooms.close(this.#callId);
  }

  async #enter(): Promise<void> {
    const member = new Member(this.members.length);
    this.members.push(member);
    this.#keep();
    member.peer.answered(
      await this.#rooms.publish(this.#placeOf(member.joinId), {
        sdp: await member.peer.offer(),
        lines: sentLines,
      }),
    );
  }

  async #take(
    joinId: JoinId,
    sdp: string,
    lines: readonly ReceivedLine[],
  ): Promise<void> {
    const member = this.#member(joinId);
    if (member === undefined) return;
    const answer = await member.peer.answer(sdp);
    member.lines = lines;
    await this.#rooms.receive(this.#placeOf(joinId), answer);
  }

  #keep(): void {
    this.#rooms.keep(this.#callId, {
      roomId: this.#roomId,
      seats: this.members.map((member) => {
        const hearers = this.#hearers.get(member);
        return {
          joinId: member.joinId,
          media: { microphone: true, camera: true, screen: false },
          isSpotlit: member === this.#spotlit,
          ...(hearers === undefined ? {} : { hearers }),
        };
      }),
    });
  }

  #member(joinId: JoinId): Member | undefined {
    return this.members.find((member) => member.joinId === joinId);
  }

  #placeOf(joinId: JoinId) {
    return { callId: this.#callId, roomId: this.#roomId, joinId };
  }
}
