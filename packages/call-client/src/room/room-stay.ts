import type {
  CallId,
  CallParticipant,
  IceConfiguration,
  JoinId,
  LadderStep,
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

/** My stay in the call's room at the media server: one link for each life of the room. */
export class RoomStay {
  readonly #deps: RoomStayDeps;
  readonly #speakers: SpeakerWatch;
  readonly #stopListening: () => void;
  #roomId: RoomId | undefined;
  #link: RoomLink | undefined;
  readonly #streams = new Map<
    JoinId,
    { readonly tracks: ReceivedTracks; readonly streams: RemoteStreams }
  >();
  #cancelLook = (): void => undefined;

  constructor(deps: RoomStayDeps) {
    this.#deps = deps;
    this.#speakers = new SpeakerWatch({
      powers: deps.powers,
      levels: () => this.#link?.levels() ?? new Map(),
      changed: deps.events.show,
    });
    this.#stopListening = deps.signalling.on("call.offered", (notice) =>
      this.#offered(notice),
    );
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
    this.#speakers.close();
    this.#stopListening();
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

  #offered({ joinId, roomId, sdp, lines }: NoticeOf<"call.offered">): void {
    if (roomId === this.#roomId && joinId === this.#deps.seat().joinId)
      this.#link?.offered({ sdp, lines });
  }

  /* A stream stays the same object while its tracks do: a picture that goes on must not blink. */
  #remoteChanged(link: RoomLink): void {
    const present = link.tracks();
    for (const joinId of [...this.#streams.keys()])
      if (!present.has(joinId)) this.#streams.delete(joinId);
    for (const [joinId, tracks] of present) {
      const known = this.#streams.get(joinId)?.tracks;
      if (known !== undefined && isSame(known, tracks)) continue;
      const { microphone, camera, screen, screenSound } = tracks;
      const streams = remoteStreams(
        {
          microphone: microphone ?? null,
          camera: camera ?? null,
          screen: screen ?? null,
          screenSound: screenSound ?? null,
        },
        this.#deps.platform.createStream,
      );
      this.#streams.set(joinId, { tracks, streams });
    }
    this.#deps.events.show();
  }
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
