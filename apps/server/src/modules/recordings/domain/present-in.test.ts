import { describe, expect, it } from "vitest";
import type {
  CallParticipant,
  JoinId,
  PrincipalId,
  SupervisionMode,
} from "@veche/contracts";
import { presentIn } from "./present-in.ts";

const seat = (
  name: string,
  supervision?: SupervisionMode,
): CallParticipant => ({
  // Names stand for identifiers.
  ...{ principalId: name as PrincipalId, joinId: name as JoinId, name },
  ...{ kind: "user", state: "live", deviceId: null, isPolite: false },
  media: { microphone: true, camera: true, screen: false },
  heldUntil: null,
  ...(supervision === undefined ? {} : { supervision }),
});

describe("who may be recorded", () => {
  it("is everybody the others hear, and no supervisor whom the customer does not", () => {
    const participants = [
      seat("Carl"),
      seat("Olga"),
      ...(["listen", "whisper", "join"] as const).map((mode) =>
        seat(`Sofia, who is to ${mode}`, mode),
      ),
    ];
    expect(
      presentIn({ participants, state: "active" }).map(({ name }) => name),
    ).toEqual(["Carl", "Olga", "Sofia, who is to join"]);
  });
});
