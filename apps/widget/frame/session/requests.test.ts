import type {
  CommandName,
  CustomerRequest,
  Id,
  SendCommand,
} from "@veche/contracts";
import { CommandError } from "@veche/realtime-client";
import { describe, expect, test } from "vitest";
import { aRequest, idOf, memoryOf } from "../testing/builders.ts";
import { isOpen, laterRequest, RequestsOfCustomer } from "./requests.ts";

interface Sent {
  readonly name: CommandName;
  readonly params: unknown;
}

function createWorld(
  answer: (sent: Sent) => Promise<unknown>,
  stored: Readonly<Record<string, string>> = {},
) {
  const sent: Sent[] = [];
  const events: unknown[] = [];
  const shared = memoryOf(stored);
  let ids = 0;
  const send = ((name: CommandName, params: unknown) => {
    sent.push({ name, params });
    return answer({ name, params });
  }) as SendCommand;
  const requests = new RequestsOfCustomer({
    send,
    shared,
    askedKey: "asked",
    queue: {},
    newId: <Kind extends Id<string>>() =>
      idOf<Kind>(`id-${String((ids += 1))}`),
    page: () => ({ url: "https://shop/", title: "Shop" }),
    emit: (...event) => void events.push(event),
  });
  return { requests, sent, events, shared };
}

const created = (request: CustomerRequest) => () => Promise.resolve(request);

describe("asking to be served", () => {
  test("creates a request with the page it was asked from", async () => {
    const { requests, sent, events } = createWorld(created(aRequest()));
    await requests.ask("video");
    expect(sent).toEqual([
      {
        name: "request.create",
        params: {
          clientId: "id-1",
          kind: "video",
          pageUrl: "https://shop/",
          pageTitle: "Shop",
        },
      },
    ]);
    expect(requests.current.get()).toEqual(aRequest());
    expect(events).toEqual([["request.started", { kind: "video" }]]);
  });

  test("twice for the same is one request", async () => {
    const { requests, sent } = createWorld(created(aRequest()));
    await requests.ask("video");
    await requests.ask("video");
    expect(sent).toHaveLength(1);
  });

  test("again after the line was cut is the same request, even after a reload", async () => {
    const cut = () =>
      Promise.reject(new CommandError({ code: "server.unavailable" }));
    const first = createWorld(cut);
    await expect(first.requests.ask("chat")).rejects.toThrow();
    const asked = first.shared.read("asked") ?? "";
    expect(asked).toBe("chat id-1");

    const second = createWorld(
      created(aRequest({ kind: "chat", callId: null })),
      { asked },
    );
    await second.requests.resume();
    expect(second.sent[0]?.params).toMatchObject({
      clientId: "id-1",
      kind: "chat",
    });
    expect(second.shared.read("asked")).toBeNull();
  });

  test("refused for good is forgotten, so that the next try is a new request", async () => {
    const { requests, shared } = createWorld(() =>
      Promise.reject(new CommandError({ code: "contact_centre.request_open" })),
    );
    await expect(requests.ask("chat")).rejects.toThrow();
    expect(shared.read("asked")).toBeNull();
  });

  test("by video while a chat still waits replaces the chat", async () => {
    const chat = aRequest({ kind: "chat", callId: null });
    const { requests, sent } = createWorld(({ name }) =>
      Promise.resolve(
        name === "request.cancel"
          ? { ...chat, state: "ended", endReason: "abandoned" }
          : aRequest({
              createdAt: "2026-03-02T10:05:00.000Z",
              id: idOf("request-2"),
            }),
      ),
    );
    requests.take(chat);
    await requests.ask("video");
    expect(sent.map(({ name }) => name)).toEqual([
      "request.cancel",
      "request.create",
    ]);
    expect(requests.current.get()?.id).toBe("request-2");
  });

  test("while an operator serves the chat keeps that request", async () => {
    const active = aRequest({ kind: "chat", state: "active" });
    const { requests, sent } = createWorld(created(aRequest()));
    requests.take(active);
    expect(await requests.ask("video")).toBe(active);
    expect(sent).toEqual([]);
  });
});

test("a request being served is ended, a waiting one is cancelled, an ended one is left alone", async () => {
  const ended = aRequest({ state: "ended", endReason: "abandoned" });
  const { requests, sent } = createWorld(created(ended));
  requests.take(aRequest({ state: "active" }));
  await requests.end();
  requests.take(aRequest());
  await requests.end();
  await requests.end();
  expect(sent.map(({ name }) => name)).toEqual([
    "request.end",
    "request.cancel",
  ]);
});

test("the page hears of the end once", () => {
  const { requests, events } = createWorld(created(aRequest()));
  requests.take(aRequest({ state: "active" }));
  const request = aRequest({ state: "ended", endReason: "completed" });
  requests.changed({ request });
  requests.changed({ request });
  expect(events).toEqual([["request.ended", { reason: "completed" }]]);
});

describe("a late word", () => {
  test("of the same request never takes it back", () => {
    const active = aRequest({ state: "active" });
    expect(laterRequest(active, aRequest({ state: "waiting" }))).toBe(active);
    const moved = aRequest({ position: 2 });
    expect(laterRequest(aRequest(), moved)).toBe(moved);
  });

  test("of a session that was handed over is waiting again", () => {
    const acceptedAt = "2026-03-02T10:01:00.000Z";
    const served = aRequest({ state: "active", acceptedAt });
    const again = aRequest({ state: "waiting", acceptedAt });
    expect(laterRequest(served, again)).toBe(again);
  });

  test("of an earlier request never hides the present one", () => {
    const present = aRequest({
      id: idOf("request-2"),
      createdAt: "2026-03-02T11:00:00.000Z",
    });
    expect(laterRequest(present, aRequest({ state: "ended" }))).toBe(present);
    expect(laterRequest(aRequest(), present)).toBe(present);
  });
});

test("only an ended request is not open", () => {
  expect(
    [
      null,
      aRequest(),
      aRequest({ state: "offered" }),
      aRequest({ state: "active" }),
      aRequest({ state: "ended" }),
    ].map(isOpen),
  ).toEqual([false, true, true, true, false]);
});
