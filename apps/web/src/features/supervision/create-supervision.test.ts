import { describe, expect, it } from "vitest";
import type {
  CallSnapshot,
  CallSession,
  DeviceSource,
} from "@veche/call-client";
import type {
  Call,
  CallSeat,
  CommandParams,
  JoinId,
  RequestId,
} from "@veche/contracts";
import {
  CommandError,
  createStore,
  type RealtimeClient,
} from "@veche/realtime-client";
import { createSupervision } from "./create-supervision.ts";

const requestId = "request" as RequestId;
const silent = { microphone: false, camera: false, screen: false };

/** A tab whose words to the server, devices and seats are written down in their order. */
function openTab({ refuses = false } = {}) {
  const happened: string[] = [];
  const supervision = createSupervision({
    realtime: {
      send: (async (
        name: string,
        { mode }: CommandParams<"request.supervise">,
      ) => {
        happened.push(`${name} ${mode}`);
        if (refuses) throw new CommandError({ code: "call.full" });
        return { seat: {} as CallSeat };
      }) as unknown as RealtimeClient["send"],
    },
    calls: {
      prepare: (sources) => {
        happened.push(`prepare: ${sources.join()}`);
        return {
          joinId: "mine" as JoinId,
          mediaState: silent,
          enter: () => happened.push("enter"),
          giveUp: () => happened.push("give up"),
        };
      },
    },
  });
  const session: Pick<CallSession, "snapshot" | "joinId" | "mediaState"> = {
    snapshot: createStore({ call: { requestId } as Call } as CallSnapshot),
    joinId: () => "mine" as JoinId,
    mediaState: () => silent,
  };
  const media = {
    turnOn: async (...sources: readonly DeviceSource[]) =>
      void happened.push(`on: ${sources.join()}`),
    turnOff: (...sources: readonly DeviceSource[]) =>
      void happened.push(`off: ${sources.join()}`),
  };
  return { happened, supervision, stay: { session, media } };
}

describe("a supervisor", () => {
  it("listens without opening a device", async () => {
    const { happened, supervision } = openTab();
    await supervision.listen(requestId);
    expect(happened).toEqual([
      ...["prepare: ", "request.supervise listen", "enter"],
    ]);
  });

  it("gives the place up when refused, and is told why", async () => {
    const { happened, supervision } = openTab({ refuses: true });
    await expect(supervision.listen(requestId)).rejects.toMatchObject({
      code: "call.full",
    });
    expect(happened.at(-1)).toBe("give up");
  });

  it("is heard only once the server knows by whom, and is silent before it is to hear of that", async () => {
    const { happened, supervision, stay } = openTab();
    await supervision.change(stay, "whisper");
    await supervision.change(stay, "listen");
    expect(happened).toEqual([
      "request.supervise whisper",
      "on: microphone",
      "off: microphone,camera",
      "request.supervise listen",
    ]);
  });
});
