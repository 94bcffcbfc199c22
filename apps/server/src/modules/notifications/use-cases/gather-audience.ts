import type {
  ConversationId,
  PrincipalId,
  Surroundings,
  TagId,
  TimelineEvent,
  UserId,
} from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import { placeKey, type FoundEvent, type Seated } from "../../chats/index.ts";
import type { Listener } from "../domain/plan-telling.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { peopleWithDevices } from "../store/devices.ts";
import { settingsOf } from "../store/settings.ts";
import type { NotificationsTables } from "../store/tables.ts";

type AudienceDeps = Pick<
  NotificationPowers,
  "chats" | "presences" | "addresses" | "tags" | "mailer"
>;

/** Whom the news may concern, and all that the decision about each of them needs. */
export interface Audience {
  readonly seats: readonly Seated[];
  readonly listenerOf: (userId: UserId) => Listener;
  /** Whether letters can reach them. */
  readonly hasAddress: (userId: UserId) => boolean;
  readonly around: (conversationId: ConversationId) => Surroundings;
}

// The seats that are asked for are users' alone.
export const userOf = ({ principalId }: Pick<Seated, "principalId">): UserId =>
  principalId as UserId;

export async function gatherAudience(
  deps: AudienceDeps,
  tx: Tx<NotificationsTables>,
  news: readonly FoundEvent[],
): Promise<Audience> {
  const carriers = await carriersIn(deps.tags, news);
  const seats = await seatsFor(deps, tx, { news, carriers });
  const userIds = [...new Set(seats.map(userOf))];
  const settings = await settingsOf(tx, userIds);
  const states = new Map(
    (await deps.presences.of(userIds)).map((state) => [state.userId, state]),
  );
  const addresses =
    deps.mailer === undefined ? undefined : await deps.addresses.of(userIds);
  return {
    seats,
    listenerOf: (userId) => ({
      settings: settings.get(userId),
      isDoNotDisturb: states.get(userId)?.isDoNotDisturb ?? false,
      isInCall: states.get(userId)?.isInCall ?? false,
    }),
    hasAddress: (userId) => addresses?.has(userId) ?? false,
    around: await surroundings(deps.chats, tx, { news, carriers }),
  };
}

type Carriers = ReadonlyMap<TagId, ReadonlySet<PrincipalId>>;

interface News {
  readonly news: readonly FoundEvent[];
  readonly carriers: Carriers;
}

const mentionsOf = (event: TimelineEvent) =>
  event.type === "message.created" ? (event.mentions ?? []) : [];

async function carriersIn(
  tags: AudienceDeps["tags"],
  news: readonly FoundEvent[],
): Promise<Carriers> {
  const tagIds = news.flatMap(({ event }) =>
    mentionsOf(event).flatMap((one) => (one.kind === "tag" ? [one.tagId] : [])),
  );
  return tagIds.length === 0 ? new Map() : tags.of([...new Set(tagIds)]);
}

/**
 * Whoever has a device that takes pushes. Where letters are sent also whoever is named, and everybody where all are
 * or where there are only two: in a large conversation that is a handful.
 */
async function seatsFor(
  { chats, mailer }: AudienceDeps,
  tx: Tx<NotificationsTables>,
  { news, carriers }: News,
): Promise<readonly Seated[]> {
  const conversationIds = [...new Set(news.map((one) => one.conversationId))];
  const listening = await peopleWithDevices(tx);
  if (mailer === undefined)
    return chats.watch.seatedIn(tx, { conversationIds, among: listening });
  return chats.watch.seatedIn(tx, {
    conversationIds,
    among: [...listening, ...namedIn(news), ...carriedBy(carriers)],
    wholeOf: news
      .filter(({ event }) =>
        mentionsOf(event).some(({ kind }) => kind === "all"),
      )
      .map((one) => one.conversationId),
    wholeKinds: ["direct"],
  });
}

const carriedBy = (carriers: Carriers): readonly PrincipalId[] =>
  [...carriers.values()].flatMap((people) => [...people]);

const namedIn = (news: readonly FoundEvent[]): readonly PrincipalId[] =>
  news.flatMap(({ event }) => {
    if (event.type !== "message.created") return [];
    const { mentions = [], replyTo } = event;
    const named = mentions.flatMap((one) =>
      one.kind === "principal" ? [one.principalId] : [],
    );
    return replyTo === undefined ? named : [...named, replyTo.authorId];
  });

async function surroundings(
  chats: AudienceDeps["chats"],
  tx: Tx<NotificationsTables>,
  { news, carriers }: News,
): Promise<Audience["around"]> {
  const reacted = news.flatMap(({ conversationId, event }) =>
    event.type === "reaction.changed"
      ? [{ conversationId, seq: event.messageSeq }]
      : [],
  );
  const messages = await chats.watch.eventsAt(tx, reacted);
  return (conversationId) => ({
    authorAt: (seq) =>
      messages.get(placeKey({ conversationId, seq }))?.event.actorId ??
      undefined,
    carries: (principalId, tagId) =>
      carriers.get(tagId)?.has(principalId) ?? false,
  });
}
