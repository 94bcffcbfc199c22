import { createHash } from "node:crypto";
import {
  scimTokenEndpoints,
  type Actor,
  type ScimTokenId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { serverActor } from "../../../platform/db/database.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { oneLine } from "../../../platform/one-line.ts";
import {
  deleteToken,
  findToken,
  insertToken,
  listTokens,
  touchToken,
} from "../store/scim-store.ts";
import type { ScimDeps } from "./scim-deps.ts";
import { ScimError } from "./scim-error.ts";

const hashOf = (token: string): Buffer =>
  createHash("sha256").update(token).digest();
const USE_IS_NEWS_AFTER_MS = 60_000;

/** Who acts by the key that was shown; refuses 401. */
export async function callerOf(
  { database, clock }: ScimDeps,
  {
    authorization,
    address,
  }: { readonly authorization: string | undefined; readonly address: string },
): Promise<Actor> {
  const token =
    authorization?.startsWith("Bearer ") === true ? authorization.slice(7) : "";
  const known =
    token === "" ? undefined : await findToken(database.db, hashOf(token));
  if (known === undefined) throw new ScimError(401, "this key opens nothing");
  const now = clock.now();
  const { lastUsedAt, id, name } = known;
  if (
    lastUsedAt === null ||
    now.getTime() - lastUsedAt.getTime() > USE_IS_NEWS_AFTER_MS
  )
    await database.transact(serverActor, ({ tx }) => touchToken(tx, id, now));
  return { id: null, name: `SCIM: ${name}`, address };
}

const presentToken = <
  Token extends { readonly createdAt: Date; readonly lastUsedAt: Date | null },
>(
  token: Token,
) => ({
  ...token,
  createdAt: token.createdAt.toISOString(),
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
});

export function tokenRoutes({
  database,
  clock,
  ids,
}: ScimDeps): readonly Route[] {
  return [
    route(scimTokenEndpoints.listScimTokens, async (_context) => ({
      items: (await listTokens(database.db)).map(presentToken),
    })),
    route(scimTokenEndpoints.createScimToken, async ({ actor, body }) => {
      const token = ids.secret();
      const id = ids.next<ScimTokenId>();
      const createdAt = clock.now();
      const name = oneLine(body.name) || "SCIM";
      await database.transact(actor, async ({ tx, happened }) => {
        await insertToken(tx, {
          id,
          name,
          tokenHash: hashOf(token),
          createdAt,
          lastUsedAt: null,
        });
        happened({ type: "scim_token.created", tokenId: id });
      });
      return {
        id,
        name,
        token,
        createdAt: createdAt.toISOString(),
        lastUsedAt: null,
      };
    }),
    route(
      scimTokenEndpoints.deleteScimToken,
      async ({ actor, params: { tokenId } }) => {
        await database.transact(actor, async ({ tx, happened }) => {
          if (!(await deleteToken(tx, tokenId)))
            throw new AppError("request.not_found");
          happened({ type: "scim_token.revoked", tokenId });
        });
        return null;
      },
    ),
  ];
}
