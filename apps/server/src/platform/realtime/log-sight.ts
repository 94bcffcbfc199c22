import {
  isOpenOn,
  veiled,
  type Conversation,
  type DeviceClass,
  type TimelineEvent,
} from "@veche/contracts";

/** Does it change on which devices a conversation opens? */
export const turnsSight = (event: TimelineEvent): boolean =>
  event.type === "conversation.settings_changed" &&
  event.confidentiality !== undefined;

/** A stretch of a log as it may be told; behind one that `resets` whatever is held must be read anew. */
interface ToldStretch {
  readonly events: readonly TimelineEvent[];
  readonly resets: boolean;
}

/**
 * What one connection may see of one log. A conversation that doesn't open on its device is told without words (C10),
 * so that lists and counts stay right. What was decided when the conversation was read counts up to its head; each
 * later decision counts from its own place in the log.
 */
export class LogSight {
  readonly #device: DeviceClass | null;
  #decidedSeq: number;
  #isOpen: boolean;

  constructor(
    device: DeviceClass | null,
    {
      confidentiality,
      headSeq,
    }: Pick<Conversation, "confidentiality" | "headSeq">,
  ) {
    this.#device = device;
    this.#decidedSeq = headSeq;
    this.#isOpen = isOpenOn(confidentiality, device);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Consecutive events as they may be told, cut behind each that changes what may be seen. */
  tell(events: readonly TimelineEvent[]): readonly ToldStretch[] {
    const told: ToldStretch[] = [];
    let stretch: TimelineEvent[] = [];
    for (const event of events) {
      stretch.push(this.#isOpen ? event : veiled(event));
      if (!turnsSight(event)) continue;
      told.push({ events: stretch, resets: this.#turn(event) });
      stretch = [];
    }
    if (stretch.length > 0) told.push({ events: stretch, resets: false });
    return told;
  }

  /** True when what the client holds from before may show too much or too little. */
  #turn(event: TimelineEvent): boolean {
    // In a gap: what it was before nobody here knows.
    if (event.seq <= this.#decidedSeq) return true;
    this.#decidedSeq = event.seq;
    const wasOpen = this.#isOpen;
    if (event.type === "conversation.settings_changed")
      this.#isOpen = isOpenOn(event.confidentiality ?? null, this.#device);
    return this.#isOpen !== wasOpen;
  }
}
