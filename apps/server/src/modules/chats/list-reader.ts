import type { ListedConversation, Mine, PrincipalId } from "@veche/contracts";
import type { StatementRunner } from "../../platform/db/statements.ts";
import { createGathering } from "../../platform/gather.ts";
import type {
  ListReading,
  ToldConversation,
  UnchangedConversation,
} from "../../platform/realtime/sync-source.ts";
import type { Timers } from "../../platform/timers.ts";
import {
  SharedViews,
  type SharedView,
  type ViewPlace,
} from "./shared-views.ts";
import { countSeats } from "./store/counts.ts";
import {
  placesOfEach,
  type ListPlace,
  type OwnSide,
} from "./store/list-places.ts";
import { seatKey, type Seat } from "./store/standings.ts";
import { firstSince, isSince } from "./store/written-since.ts";

export interface ListReaderDeps {
  readonly db: StatementRunner;
  readonly timers: Timers;
}

export interface ListReader extends Disposable {
  /** What a reader is in, of what has changed since a version of it that they hold, or of all. */
  listOf(
    principalId: PrincipalId,
    heldVersion: string | undefined,
  ): Promise<ListReading>;
}

type Counts = Pick<ListedConversation, "unreadCount" | "mentionCount">;

/** Whose list it is, what they hold, and when their places were read. */
interface Asked {
  readonly principalId: PrincipalId;
  /** Undefined for who holds nothing. */
  readonly since: number | undefined;
  readonly moment: number;
}

/** A place and the view of it that is told. */
interface Pair {
  readonly place: ListPlace;
  readonly view: SharedView;
}

/** A list is long for few: so many are read at once that none meets its time-out. */
const crowd = { maxKeys: 200, maxReadings: 2 } as const;

/**
 * Reads lists for all who come in one moment: of each reader only their own places are read, what all members of a
 * conversation see alike is read once for all of them.
 */
export function createListReader({ db, timers }: ListReaderDeps): ListReader {
  const views = new SharedViews(db, timers);
  const placesOf = createGathering({
    ...crowd,
    read: (principalIds: readonly PrincipalId[]) =>
      placesOfEach(db, principalIds),
  });
  const countOf = createGathering({
    read: (seats: readonly Seat[]) => countInOrder(db, seats),
  });

  return {
    async listOf(principalId, heldVersion) {
      const { listVersion, nextTransaction, places } =
        await placesOf(principalId);
      const since = firstSince(heldVersion, nextTransaction);
      const asked = { principalId, since, moment: views.moment() };
      const unchanged: UnchangedConversation[] = [];
      const news: ListPlace[] = [];
      for (const place of places) {
        if (isNews(place, since)) news.push(place);
        else unchanged.push(place);
      }
      const pairs = await viewed(views, news, asked);
      pairs.sort(newestFirst);
      const counts = await Promise.all(
        pairs.map((pair) => {
          const seat = { conversationId: pair.view.id, principalId };
          const known = countsIn(pair, principalId);
          return known === undefined ? countOf(seat) : Promise.resolve(known);
        }),
      );
      const conversations = pairs.map((pair, index) =>
        told(pair, asked, counts[index]),
      );
      return { listVersion, conversations, unchanged };
    },
    [Symbol.dispose]() {
      views.dispose();
    },
  };
}

const isNews = (
  { writtenBy, seatWrittenBy }: ListPlace,
  since: number | undefined,
): boolean =>
  since === undefined ||
  isSince(writtenBy, since) ||
  isSince(seatWrittenBy, since);

const newestFirst = ({ view: one }: Pair, { view: other }: Pair): number =>
  other.activeAtMs - one.activeAtMs || (other.id > one.id ? 1 : -1);

/** The places with their views, those left out that are gone meanwhile. */
async function viewed(
  views: SharedViews,
  places: readonly ListPlace[],
  { since, moment }: Asked,
): Promise<Pair[]> {
  const plain = await readViews(
    views,
    places.map(({ id, writtenBy }) => ({
      ...{ id, writtenBy, moment },
      withMembers: since === undefined,
    })),
  );
  const isPartial = (view: SharedView | undefined): boolean =>
    since !== undefined &&
    view !== undefined &&
    !view.isLarge &&
    view.members === undefined &&
    haveMembersChanged(view, since);
  const full = plain.some(isPartial)
    ? await readViews(
        views,
        places.map(({ id, writtenBy }, index) => ({
          ...{ id, writtenBy, moment },
          withMembers: isPartial(plain[index]),
        })),
      )
    : plain;
  return places.flatMap((place, index) => {
    const view = full[index];
    return view === undefined ? [] : [{ place, view }];
  });
}

const haveMembersChanged = (
  { presentWrittenBy, goneWrittenBy }: SharedView,
  since: number,
): boolean => isSince(presentWrittenBy, since) || isSince(goneWrittenBy, since);

/** What is held already costs no wait. */
async function readViews(
  views: SharedViews,
  places: readonly ViewPlace[],
): Promise<readonly (SharedView | undefined)[]> {
  const found = places.map((place) => views.held(place));
  const missing = found.flatMap((view, index) =>
    view === undefined ? [index] : [],
  );
  await Promise.all(
    missing.map(async (index) => {
      const place = places[index];
      if (place !== undefined) found[index] = await views.read(place);
    }),
  );
  return found;
}

/** Undefined where only the database can tell. */
function countsIn(
  { place: { readTo }, view }: Pair,
  principalId: PrincipalId,
): Counts | undefined {
  if (readTo < view.tailAfterSeq || readTo < view.lastMentionSeq)
    return undefined;
  const { tailSeqs, tailAuthors } = view;
  let unreadCount = 0;
  for (let index = 0; index < tailSeqs.length; index += 1) {
    if ((tailSeqs[index] ?? 0) <= readTo) break;
    if (tailAuthors[index] !== principalId) unreadCount += 1;
  }
  return { unreadCount, mentionCount: 0 };
}

const none: Counts = { unreadCount: 0, mentionCount: 0 };

async function countInOrder(
  db: StatementRunner,
  seats: readonly Seat[],
): Promise<readonly Counts[]> {
  const counted = new Map(
    (await countSeats(db, seats)).map((one) => [seatKey(one), one]),
  );
  return seats.map((seat) => counted.get(seatKey(seat)) ?? none);
}

function told(
  { place, view }: Pair,
  { since }: Asked,
  counts: Counts = none,
): ToldConversation {
  const { id, headSeq, confidentiality, text } = view;
  return {
    ...{ id, headSeq, confidentiality },
    text: `${text},"mine":${ownText(place.own)},"unreadCount":${counts.unreadCount},"mentionCount":${counts.mentionCount},${membersText(place, view, since)}}`,
  };
}

/** All members, or of a conversation that nobody has left those alone who have changed. */
function membersText(
  { seat }: ListPlace,
  { members, presentWrittenBy, goneWrittenBy }: SharedView,
  since: number | undefined,
): string {
  if (seat !== null) return `"members":[${JSON.stringify(seat)}]`;
  const isWhole = since === undefined || isSince(goneWrittenBy, since);
  if (isWhole) return `"members":${members?.text ?? "[]"}`;
  if (!isSince(presentWrittenBy, since)) return `"changedMembers":[]`;
  // JSON of the database, of which each keeps its own.
  const all = JSON.parse(members?.text ?? "[]") as readonly unknown[];
  const changed = all.filter((_, index) =>
    isSince(members?.writtenBy[index] ?? 0, since),
  );
  return `"changedMembers":${JSON.stringify(changed)}`;
}

const plainSides = new Map<string, string>();

function ownText(own: OwnSide): string {
  if (typeof own === "string") {
    const known = plainSides.get(own) ?? JSON.stringify(plainSide(own));
    plainSides.set(own, known);
    return known;
  }
  const { mutedUntil, sounds, ...rest } = own;
  const mine: Mine = {
    ...rest,
    mutedUntil: mutedUntil === null ? null : instant(mutedUntil),
    ...(sounds === null ? {} : { sounds }),
  };
  return JSON.stringify(mine);
}

const plainSide = (role: Mine["role"]): Mine => ({
  role,
  pinnedRank: null,
  isArchived: false,
  notify: "all",
  mutedUntil: null,
  folderIds: [],
  draft: null,
});

/** As the database writes it, to the millisecond. */
const instant = (text: string): string => new Date(text).toISOString();
