import {
  SMALL_CONVERSATION_MEMBERS,
  type Confidentiality,
  type ConversationId,
  type ConversationSounds,
  type Member,
  type Mine,
  type PrincipalId,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

/** A member's own side of a conversation, as the table has it; by their role alone where nothing was set. */
export type OwnSide =
  | Member["role"]
  | (Omit<Mine, "sounds"> & { readonly sounds: ConversationSounds | null });

/** Where a principal is, and who wrote the two rows that say so. */
export interface ListPlace {
  readonly id: ConversationId;
  readonly writtenBy: number;
  readonly seatWrittenBy: number;
  readonly headSeq: number;
  readonly confidentiality: Confidentiality | null;
  readonly readTo: number;
  readonly own: OwnSide;
  /** Of a large conversation: the one member who is shown. */
  readonly seat: Member | null;
}

/** The same as the statement writes it: names for thousands of them would be most of the text. */
type PlaceText = readonly [
  id: ConversationId,
  writtenBy: number,
  seatWrittenBy: number,
  headSeq: number,
  confidentiality: Confidentiality | null,
  readTo: number,
  own: OwnSide,
  seat: Member | null,
];

/** The places of one principal, in no order, as of one moment. */
export interface PlacesReading {
  /** The oldest transaction that was still running. */
  readonly listVersion: string;
  /** The next one to come. */
  readonly nextTransaction: string;
  readonly places: readonly ListPlace[];
}

/*
 * Hundreds of lists are read in one statement when everybody comes back: a row for each reader, its places in one text,
 * is a third of what a row for each place costs to send and to take apart.
 */
const ownSide = `
  CASE WHEN me.pinned_rank IS NULL AND NOT me.is_archived AND me.notify = 'all' AND me.muted_until IS NULL
      AND me.sounds IS NULL AND me.folder_ids = '{}' AND me.draft IS NULL
    THEN '"' || me.role || '"'
    ELSE json_build_object('role', me.role, 'pinnedRank', me.pinned_rank, 'isArchived', me.is_archived,
      'notify', me.notify, 'mutedUntil', me.muted_until, 'sounds', me.sounds, 'folderIds', me.folder_ids,
      'draft', me.draft)::text END`;

const seat = `
  CASE WHEN c.member_count <= ${SMALL_CONVERSATION_MEMBERS} THEN 'null'
    ELSE json_build_object('principalId', me.principal_id, 'kind', me.kind, 'name', me.name, 'role', me.role,
      'deliveredTo', me.delivered_to, 'readTo', me.read_to)::text END`;

const statement = `
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS "listVersion",
    pg_snapshot_xmax(pg_current_snapshot())::text AS "nextTransaction",
    (SELECT string_agg('["' || c.id || '",' || c.xmin || ',' || me.xmin || ',' || c.head_seq || ','
         || coalesce(c.confidentiality::text, 'null') || ',' || me.read_to || ',' || ${ownSide} || ',' || ${seat} || ']', ',')
     FROM members me JOIN conversations c ON c.id = me.conversation_id
     WHERE me.principal_id = i.p AND me.left_at IS NULL) AS places
  FROM unnest($1::uuid[]) WITH ORDINALITY AS i (p, n) ORDER BY i.n`;

/** Where each of these is, in their order. */
export async function placesOfEach(
  runner: StatementRunner,
  principalIds: readonly PrincipalId[],
): Promise<readonly PlacesReading[]> {
  const rows = await rowsOf<
    Omit<PlacesReading, "places"> & { readonly places: string | null }
  >(runner, statement, [principalIds]);
  return rows.map(({ places, ...moment }) => ({
    ...moment,
    places:
      // Written so by the statement above.
      (JSON.parse(`[${places ?? ""}]`) as readonly PlaceText[]).map(placeOf),
  }));
}

// By index: taken apart by name, which goes through an iterator, it costs four times as much.
const placeOf = (text: PlaceText): ListPlace => ({
  id: text[0],
  writtenBy: text[1],
  seatWrittenBy: text[2],
  headSeq: text[3],
  confidentiality: text[4],
  readTo: text[5],
  own: text[6],
  seat: text[7],
});
