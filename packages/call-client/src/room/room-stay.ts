import type {
  CallId,
  CallParticipant,
  IceConfiguration,
  JoinId,
  LadderStep,
  Look,
  MediaSource,
  NoticeOf,
  RoomId,
} from "@veche/contracts";
import type { CallPlatform } from "../call-platform.ts";
import type { CallPowers } from "../call-powers.ts";
import type { OutgoingTracks } from "../local-media.ts";
import {
  noRemoteStreams,
  remoteStreams,
  type RemoteStreams,
} from "../remote-streams.ts";
import type { Signalling } from "../signalling.ts";
import type { ReceivedTracks } from "./receiving.ts";
import { RoomLink, type RoomPost } from "./room-link.ts";
import { SpeakerWatch } from "./speaker-watch.ts";

export interface RoomStayDeps {
  readonly platform: CallPlatform;
  readonly powers: CallPowers;
  readonly signalling: Signalling;
  /** My seat, as the commands name it. */
  readonly seat: () => {
    readonly callId: CallId | undefined;
    readonly joinId: JoinId;
  };
  readonly tracks: () => OutgoingTracks;
  readonly step: () => LadderStep;
  readonly events: {
    /** Streams or the speaker changed. */
    readonly show: () => void;
    readonly changed: () => void;
    /** What came from browser to browser comes by the room now. */
    readonly carried: () => void;
  };
}

const lookEveryMs = 50;
/** Tiles that are moved about are told of that often. */
const tellLookAfterMs = 250;

/** What came last from somebody. */
interface Known {
  readonly tracks: ReceivedTracks;
  readonly streams: RemoteStreams;
}

/** My stay in the call's room at the media server: one link for each life of the room. */
export class RoomStay {
  readonly #deps: RoomStayDeps;
  readonly #speakers: SpeakerWatch;
  readonly #stopListening: readonly (() => void)[];
  #roomId: RoomId | undefined;
  #link: RoomLink | undefined;
  readonly #streams = new Map<JoinId, Known>();
  #cancelLook = (): void => undefined;
  #shown: Look | undefined;
  #shownTold = "";
  #isTelling = false;
  #cancelTelling = (): void => undefined;

  constructor(deps: RoomStayDeps) {
    this.#deps = deps;
    this.#speakers = new SpeakerWatch({
      powers: deps.powers,
      levels: () => this.#link?.levels() ?? new Map(),
      changed: deps.events.show,
    });
    this.#stopListening = [
      deps.signalling.on("call.offered", (notice) => {
        if (this.#isMine(notice)) this.#link?.offered(notice);
      }),
      deps.signalling.on("call.lines_changed", (notice) => {
        if (this.#isMine(notice)) this.#link?.linesChanged(notice.lines);
      }),
    ];
  }

  get link(): RoomLink | undefined {
    return this.#link;
  }

  get speaker(): JoinId | null {
    return this.#speakers.speaker;
  }

  /** Connects to this room; another name than before means that everything begins anew. */
  follow(roomId: RoomId, ice: IceConfiguration): void {
    if (roomId === this.#roomId) return;
    this.#roomId = roomId;
    this.#link?.close();
    const { platform, powers, events, tracks } = this.#deps;
    const link: RoomLink = new RoomLink({
      platform,
      powers,
      ice,
      tracks: tracks(),
      post: this.#post(roomId),
      events: {
        remote: () => {
          if (this.#link === link) this.#remoteChanged(link);
        },
        changed: () => {
          if (this.#link === link) events.changed();
        },
      },
    });
    link.limit(this.#deps.step());
    this.#link = link;
  }

  /** How I show the others, from now on. */
  look(look: Look): void {
    this.#shown = look;
    if (this.#isTelling) return;
    this.#isTelling = true;
    this.#cancelTelling = this.#deps.powers.after(tellLookAfterMs, () => {
      this.#isTelling = false;
      this.#tellLook();
    });
  }

  /** Looks until everything that this participant sends arrives by the room, and says so by `carried`. */
  awaitPictures(of: () => CallParticipant | null): void {
    this.#cancelLook();
    const look = async (): Promise<void> => {
      const peer = of();
      const joinId = peer?.joinId ?? null;
      const isThere =
        peer === null ||
        joinId === null ||
        (await this.#link?.arrives(joinId, sourcesOf(peer))) === true;
      if (isThere) this.#deps.events.carried();
      else this.awaitPictures(of);
    };
    this.#cancelLook = this.#deps.powers.after(lookEveryMs, () => void look());
  }

  streamsOf(joinId: JoinId | null): RemoteStreams {
    return (
      (joinId === null ? undefined : this.#streams.get(joinId)?.streams) ??
      noRemoteStreams
    );
  }

  close(): void {
    this.#cancelLook();
    this.#cancelTelling();
    this.#speakers.close();
    for (const stop of this.#stopListening) stop();
    this.#link?.close();
    this.#link = undefined;
    this.#streams.clear();
  }

  #post(roomId: RoomId): RoomPost {
    const { signalling, seat } = this.#deps;
    const place = () => {
      const { callId, joinId } = seat();
      if (callId === undefined) throw new Error("no seat is taken");
      return { callId, joinId, roomId };
    };
    return {
      publish: async (sdp, lines) =>
        (await signalling.send("call.publish", { ...place(), sdp, lines })).sdp,
      receive: (sdp) => signalling.send("call.receive", { ...place(), sdp }),
      trickle: (connection, { candidate, sdpMid, sdpMLineIndex }) =>
        signalling.send("call.trickle", {
          ...place(),
          connection,
          candidate: { candidate, sdpMid, sdpMLineIndex },
        }),
    };
  }

  /* Another room knows nothing of it yet. */
  #tellLook(): void {
    const { signalling, seat } = this.#deps;
    const { callId, joinId } = seat();
    const [look, roomId] = [this.#shown, this.#roomId];
    if (look === undefined || roomId === undefined || callId === undefined)
      return;
    const told = JSON.stringify([roomId, joinId, look]);
    if (told === this.#shownTold) return;
    this.#shownTold = told;
    signalling
      .send("call.look", { callId, joinId, roomId, look })
      .catch(() => (this.#shownTold = ""));
  }

  #isMine({
    joinId,
    roomId,
  }: Pick<NoticeOf<"call.offered">, "joinId" | "roomId">): boolean {
    return roomId === this.#roomId && joinId === this.#deps.seat().joinId;
  }

  /* A stream stays the same object while its tracks do: a picture that goes on must not blink. */
  #remoteChanged(link: RoomLink): void {
    this.#tellLook();
    const present = link.tracks();
    for (const joinId of [...this.#streams.keys()])
      if (!present.has(joinId)) this.#streams.delete(joinId);
    for (const [joinId, tracks] of present) {
      const before = this.#streams.get(joinId);
      if (before !== undefined && isSame(before.tracks, tracks)) continue;
      const streams = streamsAfter(
        before,
        tracks,
        this.#deps.platform.createStream,
      );
      this.#streams.set(joinId, { tracks, streams });
    }
    this.#deps.events.show();
  }
}

/** A voice or a screen that goes on keeps its stream: another one would be a gap in it. Faces come and go beside. */
function streamsAfter(
  before: Known | undefined,
  tracks: ReceivedTracks,
  createStream: CallPlatform["createStream"],
): RemoteStreams {
  const { microphone, camera, screen, screenSound } = tracks;
  const fresh = remoteStreams(
    {
      microphone: microphone ?? null,
      camera: camera ?? null,
      screen: screen ?? null,
      screenSound: screenSound ?? null,
    },
    createStream,
  );
  if (before === undefined) return fresh;
  const { tracks: old, streams } = before;
  const isScreenSame = screen === old.screen && screenSound === old.screenSound;
  const isVoiceSame = microphone !== undefined && microphone === old.microphone;
  const person = isVoiceSame ? streams.person : null;
  if (person !== null && camera !== old.camera) {
    if (old.camera !== undefined) person.removeTrack(old.camera);
    if (camera !== undefined) person.addTrack(camera);
  }
  return {
    person: person ?? fresh.person,
    hasCamera: fresh.hasCamera,
    screen: isScreenSame ? streams.screen : fresh.screen,
  };
}

const isSame = (one: ReceivedTracks, other: ReceivedTracks): boolean =>
  one.microphone === other.microphone &&
  one.camera === other.camera &&
  one.screen === other.screen &&
  one.screenSound === other.screenSound;

const sourcesOf = ({ media }: CallParticipant): readonly MediaSource[] =>
  (["microphone", "camera", "screen"] as const).filter(
    (source) => media[source],
  );
