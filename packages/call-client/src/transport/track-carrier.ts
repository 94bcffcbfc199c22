import type { OutgoingTracks } from "../local-media.ts";

/** Which lines of a connection carry what. */
type Lines = Iterable<
  readonly [keyof OutgoingTracks, Pick<RTCRtpTransceiver, "sender">]
>;

/**
 * Puts tracks on the lines of one connection. What was asked for last counts, not what a line still carries: a browser
 * takes a moment to replace a track, and keeps the order of replacements by itself.
 */
export class TrackCarrier {
  readonly #asked = new WeakMap<RTCRtpSender, MediaStreamTrack | null>();

  carry(lines: Lines, tracks: OutgoingTracks): void {
    for (const [role, { sender }] of lines) {
      const asked = this.#asked.get(sender) ?? null;
      if (asked === tracks[role]) continue;
      this.#asked.set(sender, tracks[role]);
      // Fails on a closed connection only, and then nothing is to be sent.
      sender.replaceTrack(tracks[role]).catch(() => undefined);
    }
  }
}
