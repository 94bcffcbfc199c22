import type {
  CallSnapshot,
  LocalMediaSnapshot,
  QualityView,
} from "@veche/call-client";
import type { CallParticipant, JoinId, PrincipalId } from "@veche/contracts";

/** A picture on the stage: a person, or what somebody shows. */
export interface Tile {
  readonly key: string;
  readonly kind: "person" | "screen";
  readonly principalId: PrincipalId;
  /** The connection their media come from. */
  readonly joinId: JoinId | null;
  readonly name: string;
  readonly isOwn: boolean;
  /** With their voice; null until something comes. */
  readonly stream: MediaStream | null;
  readonly hasPicture: boolean;
  readonly isMuted: boolean;
  /** What they send, as the others were told. */
  readonly media: CallParticipant["media"];
  readonly isSpeaking: boolean;
  readonly state: CallParticipant["state"];
  /** Of a person's line; a screen has none of its own. */
  readonly quality: QualityView | null;
}

type Shown = Pick<CallSnapshot, "others" | "me" | "speakerId" | "quality">;
type Own = Pick<
  LocalMediaSnapshot,
  "camera" | "cameraStream" | "microphone" | "screen" | "screenStream"
>;

/** Screens first, then the others in the order of coming, and I at the end, with what I show. */
export function tilesOf(
  { others, me, speakerId, quality }: Shown,
  own: Own,
): Tile[] {
  const people = others.map(({ participant, ...one }): Tile => ({
    ...personTile(participant),
    stream: one.stream,
    // Who takes sound alone is sent no pictures.
    hasPicture:
      participant.media.camera &&
      one.hasCamera &&
      quality.own.step !== "sound_only",
    quality: one.quality,
    isMuted: !participant.media.microphone,
    isSpeaking: participant.principalId === speakerId,
  }));
  const screens = others.flatMap(({ participant, screen }): Tile[] =>
    screen === null
      ? []
      : [
          {
            ...personTile(participant),
            key: `${participant.principalId} screen`,
            kind: "screen",
            stream: screen,
            hasPicture: true,
          },
        ],
  );
  const mine =
    me === null
      ? []
      : [{ ...ownTile(me, own), quality: quality.own }, ...ownScreen(me, own)];
  return [...screens, ...people, ...mine];
}

const personTile = ({
  principalId,
  joinId,
  name,
  state,
  media,
}: CallParticipant): Tile => ({
  key: principalId,
  kind: "person",
  principalId,
  joinId,
  name,
  media,
  isOwn: false,
  stream: null,
  hasPicture: false,
  isMuted: false,
  isSpeaking: false,
  state,
  quality: null,
});

const ownTile = (me: CallParticipant, own: Own): Tile => ({
  ...personTile(me),
  isOwn: true,
  stream: own.cameraStream,
  hasPicture: own.cameraStream !== null,
  isMuted: own.microphone.kind !== "on",
});

/** I see it small, with what the others point at. */
const ownScreen = (me: CallParticipant, { screenStream }: Own): Tile[] =>
  screenStream === null
    ? []
    : [
        {
          ...personTile(me),
          key: `${me.principalId} screen`,
          kind: "screen",
          isOwn: true,
          stream: screenStream,
          hasPicture: true,
        },
      ];

export type Layout = "grid" | "speaker";

export interface Arranged {
  /** Large; null: all are of one size. */
  readonly main: Tile | null;
  readonly rest: readonly Tile[];
}

export interface Arrangement {
  readonly layout: Layout;
  readonly pinnedKey: string | null;
  /** Shown large to all by those who keep order. */
  readonly spotlightId: PrincipalId | null;
}

/**
 * Who is shown large: whoever is pinned here, else who is shown to all, with their screen if there is one, else a
 * screen, else, where one speaker is wanted, who has the word. Alone with oneself nobody is large.
 */
export function arrange(
  tiles: readonly Tile[],
  { layout, pinnedKey, spotlightId }: Arrangement,
): Arranged {
  const others = tiles.filter(({ isOwn }) => !isOwn);
  const main =
    tiles.find(({ key }) => key === pinnedKey) ??
    // Screens stand first.
    others.find(({ principalId }) => principalId === spotlightId) ??
    others.find(({ kind }) => kind === "screen") ??
    (layout === "speaker"
      ? (others.find(({ isSpeaking }) => isSpeaking) ?? others[0])
      : undefined) ??
    null;
  return { main, rest: tiles.filter((tile) => tile !== main) };
}

/** So many columns show this many pictures with the least space lost on a wide screen. */
export const columnsFor = (count: number): number =>
  Math.max(1, Math.ceil(Math.sqrt(count)));
