import type {
  Mention,
  PrincipalId,
  TagId,
  TimelineEvent,
} from "@veche/contracts";

/** Who carried which tag when it was named. */
export type Carriers = ReadonlyMap<TagId, ReadonlySet<PrincipalId>>;

/** Those a message names; `all`: every member. */
export type Target = PrincipalId | "all";

/** Whom a message names from now on. */
export interface Naming {
  readonly messageSeq: number;
  /** Null when the server acted; it names nobody. */
  readonly authorId: PrincipalId | null;
  readonly targets: ReadonlySet<Target>;
  /** True when the message stands already and may have named others. */
  readonly isChange: boolean;
}

/** What an event says of whom a message names; undefined when it says nothing of it. */
export function namingOf(
  event: TimelineEvent,
  carriers: Carriers,
): Naming | undefined {
  const { actorId: authorId } = event;
  switch (event.type) {
    case "message.created": {
      const { seq: messageSeq, mentions = [] } = event;
      const targets = targetsOf(mentions, carriers);
      return targets.size === 0
        ? undefined
        : { messageSeq, authorId, targets, isChange: false };
    }
    case "message.edited": {
      const { messageSeq, mentions = [] } = event;
      const targets = targetsOf(mentions, carriers);
      return { messageSeq, authorId, targets, isChange: true };
    }
    case "message.deleted": {
      const { messageSeq } = event;
      return { messageSeq, authorId, targets: new Set(), isChange: true };
    }
    default:
      return undefined;
  }
}

/** The tags that an event names. */
export const tagsNamedBy = (event: TimelineEvent): readonly TagId[] =>
  event.type === "message.created" || event.type === "message.edited"
    ? (event.mentions ?? []).flatMap((mention) =>
        mention.kind === "tag" ? [mention.tagId] : [],
      )
    : [];

const targetsOf = (
  mentions: readonly Mention[],
  carriers: Carriers,
): ReadonlySet<Target> =>
  new Set(
    mentions.flatMap((mention): readonly Target[] => {
      switch (mention.kind) {
        case "principal":
          return [mention.principalId];
        case "all":
          return ["all"];
        case "tag":
          return [...(carriers.get(mention.tagId) ?? [])];
        case "conversation":
          return [];
      }
    }),
  );
