import type { OtherParty } from "@veche/call-client";
import type {
  CallParticipant,
  LadderStep,
  PrincipalId,
} from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { arrange, columnsFor, tilesOf } from "./tiles.ts";

// Tiles hand streams on and never look into them.
const stream = (name: string) => ({ name }) as unknown as MediaStream;
const participant = (
  name: string,
  media: Partial<CallParticipant["media"]> = {},
): CallParticipant => ({
  principalId: name as PrincipalId,
  kind: "user",
  name,
  state: "live",
  joinId: null,
  deviceId: null,
  isPolite: false,
  media: { microphone: true, camera: true, screen: false, ...media },
  heldUntil: null,
});
const other = (
  name: string,
  media: Partial<CallParticipant["media"]> = {},
): OtherParty => ({
  participant: participant(name, media),
  stream: stream(name),
  hasCamera: true,
  screen: media.screen === true ? stream(`${name} screen`) : null,
  quality: excellent,
});
const excellent = {
  level: "excellent",
  reason: "none",
  sending: null,
  receiving: null,
  step: "full",
  sample: null,
} as const;
const off = { kind: "off", problem: null } as const;
const own = {
  camera: off,
  microphone: off,
  screen: off,
  cameraStream: null,
  screenStream: null,
};
const tiles = (
  others: readonly OtherParty[],
  speakerId: string | null = null,
  step: LadderStep = "full",
) =>
  tilesOf(
    {
      others,
      me: participant("me"),
      speakerId: speakerId as PrincipalId,
      quality: { own: { ...excellent, step }, peer: excellent },
    },
    own,
  );
const screenOfVera = other("vera", { screen: true });
const nobody = { spotlightId: null };
const keys = (list: readonly { readonly key: string }[]) =>
  list.map(({ key }) => key);

describe("the stage of a group's call", () => {
  it("shows screens first, then who came first, and me at the end", () => {
    expect(
      keys(tiles([other("anna"), other("boris", { screen: true })])),
    ).toEqual(["boris screen", "anna", "boris", "me"]);
  });

  it("tells who is silent, who has no picture and who speaks", () => {
    const [anna, boris, me] = tiles(
      [other("anna", { microphone: false }), other("boris", { camera: false })],
      "boris",
    );
    expect(anna).toMatchObject({ isMuted: true, isSpeaking: false });
    expect(boris).toMatchObject({ hasPicture: false, isSpeaking: true });
    expect(me).toMatchObject({ isOwn: true, isMuted: true, hasPicture: false });
  });

  it("tells how everybody's line is, and shows no pictures to who takes sound alone", () => {
    const [anna, me] = tiles([other("anna")], null, "sound_only");
    expect(anna).toMatchObject({ hasPicture: false, quality: excellent });
    expect(me).toMatchObject({ quality: { step: "sound_only" } });
    expect(tiles([other("vera", { screen: true })])[0]?.quality).toBeNull();
  });

  it("has all of one size until somebody is pinned, shows a screen, or one speaker is wanted", () => {
    const main = (
      list: ReturnType<typeof tiles>,
      layout: "grid" | "speaker" = "grid",
      pinnedKey: string | null = null,
    ) => arrange(list, { layout, pinnedKey, ...nobody }).main?.key ?? null;
    const two = tiles([other("anna"), other("boris")], "boris");
    expect(main(two)).toBeNull();
    expect(main(two, "speaker")).toBe("boris");
    expect(main(two, "speaker", "anna")).toBe("anna");
    expect(main(tiles([other("anna"), other("vera", { screen: true })]))).toBe(
      "vera screen",
    );
    expect(main(tiles([]), "speaker")).toBeNull();
    expect(
      keys(
        arrange(two, { layout: "speaker", pinnedKey: null, ...nobody }).rest,
      ),
    ).toEqual(["anna", "me"]);
  });

  it("has large who is shown to all, with their screen, but not to themselves nor over what I pinned", () => {
    const main = (spotlightId: string, pinnedKey: string | null = null) =>
      arrange(three, {
        layout: "grid",
        pinnedKey,
        // A readable name stands in for the identifier's UUID.
        spotlightId: spotlightId as PrincipalId,
      }).main?.key;
    const three = tiles([other("anna"), other("boris"), screenOfVera]);
    expect(main("boris")).toBe("boris");
    expect(main("vera")).toBe("vera screen");
    expect(main("boris", "anna")).toBe("anna");
    expect(main("me")).toBe("vera screen");
  });

  it("takes as many columns as waste the least", () => {
    expect([1, 2, 3, 4, 5, 9, 10].map(columnsFor)).toEqual([
      1, 2, 2, 2, 3, 3, 4,
    ]);
  });
});
