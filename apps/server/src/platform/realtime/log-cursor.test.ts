import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  CloseReason,
  ConversationId,
  MessageId,
  ServerFrame,
  TimelineEvent,
} from "@veche/contracts";
import { createLogBook } from "../../../tests/log-book.ts";
import { createLog } from "../log.ts";
import { LogCursor } from "./log-cursor.ts";
import { LogFeed } from "./log-feed.ts";
import { MAX_GAP_EVENTS } from "./realtime-options.ts";
import { textOf, type EncodedFrame, type Socket } from "./socket.ts";

const room = "0190a000-0000-7000-8000-000000000001" as ConversationId; // Of a fixed shape, to be read in failures.
const log = createLog({ level: "silent", isPretty: false });

/** A line that takes everything at once and remembers the positions it was told. */
class Ear implements Socket {
  readonly isOpen = true;
  readonly isDrained: boolean = true;
  readonly seqs: number[] = [];
  readonly startSeq: number;
  onSend: () => void = () => undefined;
  constructor(startSeq: number) {
    this.startSeq = startSeq;
  }
  send(encoded: EncodedFrame): void {
    // The cursor sends nothing but its own log's events.
    const frame = JSON.parse(textOf(encoded)) as ServerFrame;
    if (frame.t === "events")
      this.seqs.push(...frame.events.map(({ seq }) => seq));
    this.onSend();
  }
  whenDrained(): Promise<void> {
    return Promise.resolve();
  }
  ping(): void {
    throw new Error("a cursor pings nobody");
  }
  close(_reason: CloseReason): void {
    throw new Error("whoever takes everything is not closed");
  }
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("commit" as const),
      count: fc.integer({ min: 1, max: 3 }),
      hint: fc.constantFrom("told", "told", "lost", "twice", "late"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("join" as const),
      behind: fc.integer({ min: 0, max: 400 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("leave" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("compare" as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("forget" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("outage" as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("wait" as const) }) },
);

/** Lets everything go on that waits for nothing outside. */
const aTurn = (): Promise<void> =>
  new Promise((resolve) => setImmediate(resolve));

const device = "desktop_browser" as const;

describe("the moment a reader has caught up", () => {
  it.each(Array.from({ length: 12 }, (_, turns) => turns))(
    "loses nothing that is committed %i turns after the last page was sent",
    async (turns) => {
      const book = createLogBook();
      book.open(room, [], 10);
      const feed = new LogFeed(room, book);
      feed.raiseHead(10);
      const ear = new Ear(0);
      const told: PromiseWithResolvers<void> = Promise.withResolvers();
      const commitLater = (left: number): void => {
        if (left > 0) {
          queueMicrotask(() => {
            commitLater(left - 1);
          });
          return;
        }
        feed.append(book.write(room, ["at the last moment"]));
        told.resolve();
      };
      ear.onSend = () => {
        ear.onSend = () => undefined;
        commitLater(turns);
      };
      const cursor = new LogCursor(
        0,
        { feed, sight: 0 },
        { socket: ear, log, device },
      );
      await cursor.catchUp();
      await told.promise;
      await aTurn();
      expect(ear.seqs).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
    },
  );
});

/** A line whose peer takes nothing any more. */
class StalledEar extends Ear {
  override readonly isDrained = false;
  readonly closedFor: CloseReason[] = [];
  override whenDrained(): Promise<void> {
    return new Promise(() => undefined);
  }
  override close(reason: CloseReason): void {
    this.closedFor.push(reason);
  }
}

describe("a reader who is behind and takes nothing", () => {
  it("is cut as slow once more was said meanwhile than a gap brings, and not before", async () => {
    const book = createLogBook();
    book.open(room, [], 10);
    const feed = new LogFeed(room, book);
    feed.raiseHead(10);
    const ear = new StalledEar(0);
    const cursor = new LogCursor(
      0,
      { feed, sight: 0 },
      { socket: ear, log, device },
    );
    cursor.pull();
    await aTurn();
    const say = (count: number): void => {
      feed.append(book.write(room, Array<string>(count).fill("x")));
    };
    say(MAX_GAP_EVENTS);
    expect(ear.closedFor).toEqual([]);
    say(1);
    expect(ear.closedFor).toEqual(["slow_consumer"]);
  });
});

describe("a log told to many", () => {
  it("is read from the tables once for all who missed about the same", async () => {
    const book = createLogBook();
    book.open(room, [], 500);
    const feed = new LogFeed(room, book);
    feed.raiseHead(500);
    const ears = Array.from({ length: 50 }, (_, i) => new Ear(i));
    await Promise.all(
      ears.map(async (socket) => {
        const view = { feed, sight: 0 };
        const deps = { socket, log, device };
        await new LogCursor(socket.startSeq, view, deps).catchUp();
      }),
    );
    for (const { seqs, startSeq } of ears)
      expect(seqs).toEqual(
        Array.from({ length: 500 - startSeq }, (_, i) => startSeq + 1 + i),
      );
    expect(book.asked.eventsAfter).toBeLessThan(12);
  });

  it("tells nobody who is far behind what was deleted meanwhile", async () => {
    const book = createLogBook();
    book.open(room, [], 500);
    const feed = new LogFeed(room, book);
    feed.raiseHead(500);
    const readFor = async (startSeq: number): Promise<void> => {
      const ear = new Ear(startSeq);
      const line = { socket: ear, log, device };
      await new LogCursor(startSeq, { feed, sight: 0 }, line).catchUp();
    };
    await readFor(0);
    const asked = book.asked.eventsAfter;
    feed.append([
      {
        type: "message.deleted",
        seq: 501,
        at: "2026-03-02T09:00:00.000Z",
        actorId: null,
        messageId: "0190a000-0000-7000-9000-000000000201" as MessageId,
        messageSeq: 201,
        reason: "author",
      },
    ]);
    expect((await feed.page(200))?.firstSeq).toBe(201);
    expect(book.asked.eventsAfter).toBe(asked + 1);
  });
});

describe("a log told to many by chance", () => {
  it("reaches each of them without a gap, a double or a swap, whatever is late, lost or doubled in between", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { maxLength: 60 }),
        async (scheduler, steps) => {
          const book = createLogBook();
          book.open(room, [], 300);
          // A page is read at one moment and arrives at another.
          book.beforeEvents = () => scheduler.schedule(Promise.resolve());
          const feed = new LogFeed(room, book);
          const late: (readonly TimelineEvent[])[] = [];
          const ears: { ear: Ear; cursor: LogCursor; gone?: number }[] = [];
          const headSeq = async () =>
            (await book.headsOf([room])).get(room) ?? 0;

          for (const one of steps) {
            if (one.kind === "commit") {
              const events = book.write(
                room,
                Array<string>(one.count).fill("x"),
              );
              if (one.hint === "late") late.push(events);
              if (one.hint === "told" || one.hint === "twice")
                feed.append(events);
              if (one.hint === "twice") feed.append(events);
            } else if (one.kind === "join") {
              const head = await headSeq();
              const ear = new Ear(Math.max(0, head - one.behind));
              feed.raiseHead(head);
              const cursor = new LogCursor(
                ear.startSeq,
                { feed, sight: 0 },
                { socket: ear, log, device },
              );
              ears.push({ ear, cursor });
              cursor.pull();
            } else if (one.kind === "leave") {
              const leaving = ears.find(({ gone }) => gone === undefined);
              leaving?.cursor.stop();
              if (leaving) leaving.gone = leaving.ear.seqs.length;
            } else if (one.kind === "compare") {
              feed.raiseHead(await headSeq());
            } else if (one.kind === "forget") {
              feed.forget();
            } else if (one.kind === "outage") {
              // Its readers are told of an event that none of them can read now.
              const [unreadable] = book.write(room, ["x"]);
              book.isDown = true;
              feed.raiseHead(unreadable?.seq ?? 0);
              await aTurn();
              book.isDown = false;
            } else if (scheduler.count() > 0) {
              await scheduler.waitNext(1);
            }
          }
          for (const events of late.reverse()) feed.append(events);
          await scheduler.waitIdle();
          feed.raiseHead(await headSeq());
          await scheduler.waitIdle();

          const head = await headSeq();
          for (const { ear, gone } of ears) {
            const end = gone === undefined ? head : ear.startSeq + gone;
            const expected = Array.from(
              { length: end - ear.startSeq },
              (_, i) => ear.startSeq + 1 + i,
            );
            expect(ear.seqs).toEqual(expected);
          }
        },
      ),
      { seed: 17, numRuns: 400 },
    );
  });
});
