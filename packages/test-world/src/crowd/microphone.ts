import { writeRtp } from "./rtp.ts";

export const opusPayload = 111;
/** Where the loudness of a packet stands (RFC 6464). */
export const levelExtensionId = 1;

const frameMs = 20;
/** A browser that has nothing to say sends a frame of comfort noise so often. */
const silenceEveryMs = 400;
const clockPerMs = 48;
/** 32 kbit/s. */
const talkBytes = 80;
const silenceBytes = 10;
/** In dB below the loudest, the bit above says "this is a voice". */
const talkLevel = 0x80 | 20;
const silenceLevel = 127;

/** Opus packets of the right size, pace and loudness; nobody decodes them. */
export class Microphone implements Disposable {
  readonly #ssrc: number;
  readonly #send: (packet: Buffer) => void;
  readonly #startedAt = performance.now();
  #sequence = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(ssrc: number, send: (packet: Buffer) => void) {
    this.#ssrc = ssrc;
    this.#send = send;
    this.say("silence");
  }

  say(what: "words" | "silence"): void {
    clearInterval(this.#timer);
    const isTalk = what === "words";
    const extension = Buffer.from([
      levelExtensionId << 4,
      isTalk ? talkLevel : silenceLevel,
      0,
      0,
    ]);
    const payload = Buffer.alloc(isTalk ? talkBytes : silenceBytes);
    const every = isTalk ? frameMs : silenceEveryMs;
    this.#timer = setInterval(() => {
      this.#sequence += 1;
      this.#send(
        writeRtp({
          payloadType: opusPayload,
          sequence: this.#sequence,
          timestamp: Math.round(
            (performance.now() - this.#startedAt) * clockPerMs,
          ),
          ssrc: this.#ssrc,
          isMarked: false,
          extension,
          payload,
        }),
      );
    }, every);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
