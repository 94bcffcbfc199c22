import type {
  CallSeat,
  CustomerId,
  JoinId,
  MediaState,
  Notice,
  NoticeOf,
  NoticeType,
  Offer,
  OfferId,
  SendCommand,
} from "@veche/contracts";
import { CommandError } from "@veche/realtime-client";
import { describe, expect, it } from "vitest";
import { createDesk } from "./desk.ts";
import { oleg, serviceRequest } from "./service-request.fixture.ts";

const seat = { call: { id: "call" } } as unknown as CallSeat;
const served = serviceRequest({ state: "active", operatorId: oleg });
const media: MediaState = { microphone: true, camera: false, screen: false };

const offerOf = (kind: "chat" | "video"): Offer => ({
  id: "offer" as OfferId,
  request: serviceRequest({ kind, state: "offered" }),
  createdAt: "2025-11-21T10:00:00.000Z",
  expiresAt: "2025-11-21T10:00:20.000Z",
});

/** A desk with a server that answers as told and a log of what happened. */
function createTestDesk(answer: (name: string) => unknown) {
  const happened: unknown[] = [];
  const listeners = new Map<string, (notice: Notice) => void>();
  const desk = createDesk({
    operatorId: oleg,
    powers: { newId: <Kind>() => "new" as Kind },
    prepareCall: (wanted) => {
      happened.push(["prepare", wanted]);
      return {
        joinId: "join" as JoinId,
        mediaState: media,
        answer: undefined,
        enter: () => happened.push("enter"),
        giveUp: () => happened.push("give up"),
      };
    },
    realtime: {
      on: <Kind extends NoticeType>(
        kind: Kind,
        listener: (notice: NoticeOf<Kind>) => void,
      ) => {
        listeners.set(kind, listener as (notice: Notice) => void);
        return () => listeners.delete(kind);
      },
      send: (async (name: string, params: unknown) => {
        happened.push([name, params]);
        return answer(name);
      }) as SendCommand,
    },
  });
  const hear = (notice: Notice) => listeners.get(notice.type)?.(notice);
  return { desk, hear, happened, listeners };
}

const refuse = (code: "contact_centre.offer_gone" | "server.unavailable") => {
  throw new CommandError({ code });
};

describe("accepting a ring", () => {
  it("takes the call's seat with the devices prepared for it", async () => {
    const { desk, hear, happened } = createTestDesk(() => ({
      request: served,
      seat,
    }));
    hear({ type: "offer.made", offer: offerOf("video") });
    await desk.accept();
    expect(happened).toEqual([
      ["prepare", "video"],
      ["offer.accept", { offerId: "offer", joinId: "join", media }],
      "enter",
    ]);
    expect(desk.state.get()).toMatchObject({ offer: null, session: served });
  });

  it("opens no devices for a chat", async () => {
    const { desk, hear, happened } = createTestDesk(() => ({
      request: served,
      seat: null,
    }));
    hear({ type: "offer.made", offer: offerOf("chat") });
    await desk.accept();
    expect(happened).toHaveLength(1);
  });

  it("twice at once is once", async () => {
    const { desk, hear, happened } = createTestDesk(() => ({
      request: served,
      seat: null,
    }));
    hear({ type: "offer.made", offer: offerOf("chat") });
    await Promise.all([desk.accept(), desk.accept()]);
    expect(happened).toHaveLength(1);
  });

  it("says nothing of another window when its own notice runs ahead of the answer", async () => {
    const { desk, hear } = createTestDesk(() => {
      const offerId = "offer" as OfferId;
      hear({ type: "offer.closed", offerId, outcome: "accepted" });
      return { request: served, seat: null };
    });
    hear({ type: "offer.made", offer: offerOf("chat") });
    await desk.accept();
    expect(desk.state.get().missed).toBeNull();
  });

  it("lets the devices go and clears the ring when it is gone", async () => {
    const { desk, hear, happened } = createTestDesk(() =>
      refuse("contact_centre.offer_gone"),
    );
    hear({ type: "offer.made", offer: offerOf("video") });
    await expect(desk.accept()).rejects.toThrow(CommandError);
    expect(happened.at(-1)).toBe("give up");
    expect(desk.state.get().offer).toBeNull();
  });

  it("keeps ringing when the server could not be reached, and may be tried again", async () => {
    const { desk, hear } = createTestDesk(() => refuse("server.unavailable"));
    hear({ type: "offer.made", offer: offerOf("video") });
    await expect(desk.accept()).rejects.toThrow(CommandError);
    expect(desk.state.get().offer).not.toBeNull();
    await expect(desk.accept()).rejects.toThrow(CommandError);
  });
});

describe("the operator's other words", () => {
  it("decline stops the ring at once", async () => {
    const { desk, hear, happened } = createTestDesk(() => ({}));
    hear({ type: "offer.made", offer: offerOf("video") });
    const told = desk.decline("offer" as OfferId);
    expect(desk.state.get().offer).toBeNull();
    await told;
    expect(happened).toEqual([["offer.decline", { offerId: "offer" }]]);
  });

  it("a customer who is away is not called, and the devices are let go (B14)", async () => {
    const { desk, happened } = createTestDesk(() =>
      refuse("server.unavailable"),
    );
    const call = desk.callCustomer("irina" as CustomerId, "video");
    await expect(call).rejects.toThrow(CommandError);
    expect(happened.at(-1)).toBe("give up");
    expect(desk.state.get().session).toBeNull();
  });

  it("no session, nothing to end", async () => {
    const { desk, happened } = createTestDesk(() => ({}));
    await desk.endSession();
    expect(happened).toEqual([]);
  });

  it("closing listens to nothing any longer", () => {
    const { desk, listeners } = createTestDesk(() => ({}));
    desk.close();
    expect(listeners.size).toBe(0);
  });
});
