import {
  MAX_WATCHED_PEOPLE,
  type NoticeOf,
  type Presence,
  type SendCommand,
  type UserId,
} from "@veche/contracts";
import { createStore, type LineState } from "@veche/realtime-client";
import { expect, it } from "vitest";
import { createPresences, watchedAtMost } from "./presences.ts";

const presenceOf = (
  userId: string,
  state: Presence["state"] = "online",
): Presence => ({
  userId: userId as UserId,
  state,
  isInCall: false,
  text: null,
  until: null,
  lastSeenAt: null,
});

function setting() {
  const asked: string[][] = [];
  const state = createStore<LineState>({ kind: "live" });
  let tasks: (() => void)[] = [];
  let changed: (notice: NoticeOf<"presence.changed">) => void = () => undefined;
  const send = (async (_name: string, params: { userIds: string[] }) => {
    asked.push(params.userIds);
    return { presences: params.userIds.map((id) => presenceOf(id)) };
  }) as unknown as SendCommand;
  const presences = createPresences({
    realtime: {
      send,
      state,
      on: (_kind, listener) => {
        changed = listener as typeof changed;
        return () => undefined;
      },
    },
    powers: {
      after: (_delayMs, task) => {
        tasks.push(task);
        return () => (tasks = tasks.filter((one) => one !== task));
      },
    },
  });
  const settle = async () => {
    for (const task of tasks.splice(0)) task();
    await Promise.resolve();
    await Promise.resolve();
  };
  const tell = (presence: Presence) =>
    changed({ type: "presence.changed", presences: [presence] });
  return { asked, state, presences, settle, tell };
}

const anna = "anna" as UserId;
const boris = "boris" as UserId;
const nothing = () => undefined;

it("asks once for all who are on the screen, and follows what is told of them", async () => {
  const { asked, presences, settle, tell } = setting();
  presences.of(anna).subscribe(nothing);
  presences.of(boris).subscribe(nothing);
  await settle();
  expect(asked).toEqual([["anna", "boris"]]);
  expect(presences.of(anna).get()?.state).toBe("online");
  tell(presenceOf("anna", "away"));
  expect(presences.of(anna).get()?.state).toBe("away");
});

it("lets go of whoever left the screen", async () => {
  const { asked, presences, settle } = setting();
  const leave = presences.of(anna).subscribe(nothing);
  presences.of(boris).subscribe(nothing);
  await settle();
  leave();
  await settle();
  expect(asked.at(-1)).toEqual(["boris"]);
});

it("asks again on a new connection, and not while there is none", async () => {
  const { asked, state, presences, settle } = setting();
  presences.of(anna).subscribe(nothing);
  await settle();
  state.set({ kind: "connecting" });
  presences.of(boris).subscribe(nothing);
  await settle();
  expect(asked).toHaveLength(1);
  state.set({ kind: "live" });
  await settle();
  expect(asked.at(-1)).toEqual(["anna", "boris"]);
});

it("watches no more people than the server allows", () => {
  expect(watchedAtMost).toBe(MAX_WATCHED_PEOPLE);
});
