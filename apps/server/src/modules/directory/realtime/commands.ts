import type { CommandParams, Presence } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import { oneLine } from "../../../platform/one-line.ts";
import type { Principal, UserPrincipal } from "../../../platform/principal.ts";
import type {
  CommandContext,
  CommandHandlers,
} from "../../../platform/realtime/command.ts";
import { saveStatus } from "../store/statuses.ts";
import type { DirectoryTables } from "../store/tables.ts";
import type { PresenceBook } from "./create-presence.ts";

export interface PresenceCommandDeps {
  readonly database: Database<DirectoryTables>;
  readonly clock: Clock;
  readonly presence: PresenceBook;
}

export function presenceCommands(deps: PresenceCommandDeps): CommandHandlers {
  const { presence } = deps;
  return {
    "presence.watch": async ({ principal, connectionId }, { userIds }) => {
      requireUser(principal);
      return { presences: [...(await presence.watch(connectionId, userIds))] };
    },
    "presence.report": async ({ principal, connectionId }, { isActive }) => {
      requireUser(principal);
      presence.report({ principalId: principal.id, connectionId, isActive });
      return {};
    },
    "status.set": (context, params) => setStatus(deps, context, params),
  };
}

async function setStatus(
  { database, clock, presence }: PresenceCommandDeps,
  { principal, actor }: CommandContext,
  { state, ...typed }: CommandParams<"status.set">,
): Promise<Presence> {
  const { id: userId } = requireUser(principal);
  const text = typed.text === null ? null : oneLine(typed.text) || null;
  const until = typed.until === null ? null : new Date(typed.until);
  const now = clock.now();
  if (until !== null && !(until > now))
    throw new AppError("request.invalid", {
      issues: [{ path: "/until", message: "must be in the future" }],
    });
  await database.transact(actor, ({ tx }) =>
    saveStatus(tx, userId, {
      state,
      text,
      until,
      ...(state === "offline" ? { lastSeenAt: now } : {}),
    }),
  );
  presence.changed(userId);
  const [seen] = await presence.of([userId]);
  if (seen === undefined) throw new AppError("request.not_found");
  return seen;
}

function requireUser(principal: Principal): UserPrincipal {
  if (principal.kind !== "user") throw new AppError("auth.forbidden");
  return principal;
}
