import type {
  ClientId,
  MessageId,
  PrincipalId,
  TimelineChange,
  TimelineEvent,
} from "@veche/contracts";

type Log = readonly TimelineEvent[];

interface ChangeParams {
  readonly messageId?: MessageId;
  readonly clientId?: ClientId;
  readonly body?: string;
  readonly emoji?: string;
  readonly isSet?: boolean;
}

interface Asked {
  readonly name: string;
  readonly actorId: PrincipalId;
  readonly at: string;
  readonly params: unknown;
}

/** Is it about a message that is deleted already? */
export function isAboutDeleted(log: Log, params: unknown): boolean {
  const { messageId } = params as ChangeParams; // by the client's types
  return log.some(
    (event) =>
      event.type === "message.deleted" && event.messageId === messageId,
  );
}

/** Who holds a reaction, by the log alone. */
function holdersOf(
  log: Log,
  { messageId, emoji }: ChangeParams,
): ReadonlySet<PrincipalId> {
  const holders = new Set<PrincipalId>();
  for (const event of log) {
    if (event.type !== "reaction.changed" || event.actorId === null) continue;
    if (event.messageId !== messageId || event.emoji !== emoji) continue;
    if (event.isSet) holders.add(event.actorId);
    else holders.delete(event.actorId);
  }
  return holders;
}

/** What the contract promises of edits, deletions and reactions. */
export function createModelChanges() {
  /** An old edit sent again undoes nothing. */
  const edits = new Set<string>();
  return {
    /** What a command adds to the log; undefined when it changes nothing, or is none of these. */
    eventOf(log: Log, { name, actorId, at, params }: Asked) {
      const change = params as ChangeParams; // by the client's types
      const { messageId, clientId = "", body = "" } = change;
      const message = log.find(
        (event) =>
          event.type === "message.created" && event.messageId === messageId,
      );
      if (message === undefined || messageId === undefined) return undefined;
      const messageSeq = message.seq;
      const about = { seq: log.length + 1, at, actorId, messageId, messageSeq };
      const says = (event: TimelineChange): TimelineChange => event;
      if (name === "message.edit") {
        const key = `${actorId} ${clientId}`;
        if (edits.has(key)) return undefined;
        edits.add(key);
        return says({ ...about, type: "message.edited", body });
      }
      if (name === "message.delete")
        return isAboutDeleted(log, params)
          ? undefined
          : says({ ...about, type: "message.deleted", reason: "author" });
      if (name !== "reaction.set") return undefined;
      const { emoji = "", isSet = true } = change;
      const holders = holdersOf(log, change);
      if (holders.has(actorId) === isSet) return undefined;
      const count = holders.size + (isSet ? 1 : -1);
      const type = "reaction.changed";
      return says({ ...about, type, emoji, isSet, count });
    },
  };
}
