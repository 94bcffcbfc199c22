import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import type { Target } from "./line.ts";

/** Somebody who is signed in. */
export interface Employee {
  readonly id: string;
  readonly token: string;
}

/** Takes on so many people at once: rows as the product leaves them, without a password each to be hashed. */
export async function hire(
  client: pg.Client,
  count: number,
): Promise<readonly Employee[]> {
  const hired = Array.from({ length: count }, () => ({
    id: randomUUID(),
    token: randomUUID(),
  }));
  const ids = hired.map(({ id }) => id);
  await client.query(
    `INSERT INTO users (id, login, name, password_hash, roles, language)
     SELECT i, i::text, 'Somebody', '-', '["employee"]', 'en' FROM unnest($1::uuid[]) AS u (i)`,
    [ids],
  );
  await client.query(
    `INSERT INTO people (user_id, login, name, is_disabled, name_words, words, created_at, changed_at)
     SELECT i, i::text, 'Somebody', false, 'somebody', 'somebody', now(), now() FROM unnest($1::uuid[]) AS u (i)`,
    [ids],
  );
  await client.query(
    `INSERT INTO sessions (id, user_id, token_hash, expires_at, address, device)
     SELECT gen_random_uuid(), i, h, now() + interval '1 day', '127.0.0.1', 'Bench'
     FROM unnest($1::uuid[], $2::bytea[]) AS u (i, h)`,
    [
      ids,
      hired.map(({ token }) => createHash("sha256").update(token).digest()),
    ],
  );
  await settle(client, ["users", "people", "sessions"]);
  return hired;
}

export interface Gathering {
  readonly kind: "direct" | "group" | "channel";
  readonly members: readonly Pick<Employee, "id">[];
}

/** Opens conversations; their ids in the order of `gatherings`. */
export async function gather(
  client: pg.Client,
  gatherings: readonly Gathering[],
): Promise<readonly string[]> {
  const opened = gatherings.map(({ kind, members }) => {
    const ids = members.map(({ id }) => id).toSorted();
    const pair = kind === "direct" ? ids : [];
    return { c: randomUUID(), kind, ids, one: pair[0], other: pair[1] };
  });
  await client.query(
    `INSERT INTO conversations (id, kind, title, created_at, changed_at, active_at, member_count, direct_one, direct_other)
     SELECT c, kind, CASE WHEN kind = 'direct' THEN NULL ELSE 'Group' END, now(), now(), now(), n, one, other
     FROM json_to_recordset($1::json) AS i (c uuid, kind text, n integer, one uuid, other uuid)`,
    [
      JSON.stringify(
        opened.map(({ ids, ...it }) => ({ ...it, n: ids.length })),
      ),
    ],
  );
  await client.query(
    `INSERT INTO members (conversation_id, principal_id, kind, name, role, joined_at)
     SELECT c, p, 'user', 'Somebody', 'member', now() FROM unnest($1::uuid[], $2::uuid[]) AS i (c, p)`,
    [
      opened.flatMap(({ c, ids }) => ids.map(() => c)),
      opened.flatMap(({ ids }) => ids),
    ],
  );
  await settle(client, ["conversations", "members"]);
  return opened.map(({ c }) => c);
}

/** How this person's line is opened. */
export const lineOf = (port: number, { token }: Employee): Target => ({
  port,
  path: "/realtime",
  headers: {
    cookie: `veche_session=${token}`,
    origin: `http://127.0.0.1:${port}`,
  },
});

/** As the database's own housekeeping would leave it soon. */
async function settle(
  client: pg.Client,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) await client.query(`VACUUM ANALYZE ${table}`);
}
