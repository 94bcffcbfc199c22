import type {
  CallId,
  JoinId,
  Look,
  MediaState,
  ReceivedLine,
  RoomId,
  SentLine,
} from "@veche/contracts";
import type { PeerChanges } from "./peer-watch.ts";
import type { TrackFile } from "./track-files.ts";
import type { FeedId } from "./video-room.ts";

/** A participant's place in a room. */
export interface Place {
  readonly callId: CallId;
  readonly roomId: RoomId;
  readonly joinId: JoinId;
}

export interface Published {
  readonly sdp: string;
  readonly lines: readonly SentLine[];
}

/** What the media server sends to a participant from now on. */
export interface Offered {
  readonly sdp: string;
  readonly lines: readonly ReceivedLine[];
}

interface Candidate {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
}

export interface Trickled {
  readonly connection: "sending" | "receiving";
  /** Null: there are no more. */
  readonly candidate: Candidate | null;
}

/** One life of somebody's connection, whose media have come to the room. */
export interface Sender {
  readonly joinId: JoinId;
  readonly feedId: FeedId;
  readonly files: readonly TrackFile[];
  /** Where it is written now, without the ends of the files' names; null: it is not. */
  readonly writtenTo: string | null;
}

/** Somebody who has a seat, as the call knows them. */
export interface PresentSeat {
  readonly joinId: JoinId;
  /** What they say they send. */
  readonly media: MediaState;
  /** Shown large to all. */
  readonly isSpotlit: boolean;
  /** Told to put the microphone out, and has not said that they did. */
  readonly isSilenced?: boolean;
  /** To whom alone their media come; absent: to all. */
  readonly hearers?: readonly JoinId[];
}

/** What the rooms tell by themselves. */
export interface RoomsListener {
  /** To be carried to the participant, who answers by `receive`. */
  readonly offered: (place: Place, offered: Offered) => void;
  /** To be told the participant: the lines they have carry these now. */
  readonly linesChanged?: (
    place: Place,
    lines: readonly ReceivedLine[],
  ) => void;
  /** A media server died and another stands in its place: these calls need other rooms. */
  readonly lost: (callIds: readonly CallId[]) => void;
  /** Who has a seat and no connection for long, and whose connection came back after that. */
  readonly peersChanged?: (callId: CallId, changes: PeerChanges) => void;
  /** Nothing comes of this one any more: their machine may be gone, or everything of theirs is off. */
  readonly fellSilent?: (place: Place) => void;
  /** `senders` of this call are others now. */
  readonly sendersChanged?: (callId: CallId) => void;
}

/** Rooms of calls at the media servers. Rights are checked before anything comes here. */
export interface Rooms {
  /**
   * Puts what a participant sends into the call's room and answers with the server's description; the room is made on
   * the least loaded node. Said again, everything of this participant begins anew. Refuses `server.unavailable` while
   * no media server answers, `request.invalid` what it can't read.
   */
  publish(place: Place, published: Published): Promise<string>;
  /** The participant's answer to the last offer. Nothing happens when it is of an earlier life. */
  receive(place: Place, sdp: string): Promise<void>;
  trickle(place: Place, trickled: Trickled): Promise<void>;
  /** How a participant shows the others: what is out of sight waits, what is small comes small. */
  look(place: Place, look: Look): void;
  /** Says the last offer again, or whose the lines are if it is answered: its bearer's line was cut. */
  repeat(place: Place): void;
  /** Only these are in the call's room now; another room of this call, and who is not named, are let go. */
  keep(
    callId: CallId,
    present: {
      readonly roomId: RoomId;
      readonly seats: readonly PresentSeat[];
    },
  ): void;
  /** Whose media come to the call's room now. */
  senders(callId: CallId): readonly Sender[];
  /**
   * Writes what this connection sends, from now on and until it ends, to files that begin with this absolute path and
   * were not there before. Refuses `server.unavailable` when that life is over.
   */
  record(callId: CallId, feedId: FeedId, base: string): Promise<void>;
  /** Settles when the files are closed; harmless when that life is over. */
  stopRecording(callId: CallId, feedId: FeedId): Promise<void>;
  /** Settles when nothing is written any more of those who were let go by now. */
  filesClosed(): Promise<void>;
  /** The call needs no room any more. */
  close(callId: CallId): void;
  listen(listener: RoomsListener): Disposable;
}
