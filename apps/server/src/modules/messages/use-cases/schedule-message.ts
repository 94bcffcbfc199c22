import type { ConversationId, MessageId, PrincipalId } from "@veche/contracts";
import type { Alarm } from "../../../platform/alarm.ts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import type {
  LentUnit,
  StatementRunner,
} from "../../../platform/db/statements.ts";
import type { Ids } from "../../../platform/ids.ts";
import { deviceOf, type Principal } from "../../../platform/principal.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Carried } from "../../files/index.ts";
import type { Chats } from "../../chats/index.ts";
import { isShutOn, rights } from "../domain/rights.ts";
import { findPlaces, findSent, sendKey } from "../store/messages.ts";
import {
  countScheduled,
  deleteScheduled,
  holdScheduled,
  insertScheduled,
  placeOfScheduled,
  writeScheduled,
  type ScheduledRow,
} from "../store/scheduled.ts";
import type { MessagesTables } from "../store/tables.ts";
import type { MessageFiles } from "./carry-files.ts";
import { said } from "./said.ts";
import { cargoOf } from "./send-message.ts";
import { tellScheduled, type TellScheduledDeps } from "./tell-scheduled.ts";

export interface ScheduleDeps {
  readonly database: Database<MessagesTables>;
  readonly ids: Ids;
  readonly chats: Pick<Chats, "requireMember" | "profile">;
  readonly hub: Pick<Hub, "notify">;
  readonly due: Pick<Alarm, "nudge">;
  readonly clock: Clock;
  readonly files: Pick<MessageFiles, "reserve">;
}

const scheduledLimit = 200;

/**
 * Keeps a message until its time. Refuses what sending refuses now; when its time comes the rights are asked again.
 * `request.conflict` when there are too many.
 */
export function scheduleMessage(
  deps: ScheduleDeps,
): CommandHandler<"message.schedule"> {
  return async ({ principal, actor }, params) => {
    const { conversationId, clientId, sendAt } = params;
    const { db, transact } = deps.database;
    const cargo = cargoOf(params);
    const text = said({ ...params, cargo });
    const key = { authorId: principal.id, clientId };
    const sent = (await findSent(db, [key])).get(sendKey(key));
    if (sent !== undefined) return { scheduledId: sent.id };
    await requireRight(deps, conversationId, principal);
    if ((await countScheduled(db, principal.id)) >= scheduledLimit)
      throw new AppError("request.conflict");
    const scheduledId = await transact(actor, async (unit) => {
      const waiting = { ...key, cargo, sendAt: new Date(sendAt) };
      const carried = await reserve(deps, unit, waiting);
      return insertScheduled(unit, {
        id: deps.ids.next<MessageId>(),
        conversationId,
        ...waiting,
        ...text,
        carried,
      });
    });
    await changed(deps, conversationId, principal.id);
    return { scheduledId };
  };
}

/** Changes what waits. Refuses `message.already_sent` for what does not wait any more, `conversation.device_refused`, `request.invalid`. */
export function rescheduleMessage(
  deps: ScheduleDeps,
): CommandHandler<"message.reschedule"> {
  return async ({ principal, actor }, { scheduledId, ...change }) => {
    const { body, mentions = [], sendAt } = change;
    const place = await placeOfScheduled(
      deps.database.db,
      scheduledId,
      principal.id,
    );
    if (place === undefined) throw new AppError("message.already_sent");
    const profile = await deps.chats.profile(place);
    requireOpen(
      { confidentiality: profile?.confidentiality ?? null },
      principal,
    );
    const { conversationId } = await deps.database.transact(
      actor,
      async (unit) => {
        const row = await holdScheduled(unit, scheduledId, principal.id);
        if (row === undefined) throw new AppError("message.already_sent");
        const { cargo } = row;
        const text = body === undefined ? {} : said({ body, mentions, cargo });
        const at = sendAt === undefined ? row.sendAt : new Date(sendAt);
        await reserve(deps, unit, { ...row, sendAt: at });
        await writeScheduled(unit, { ...row, ...text, sendAt: at });
        return row;
      },
    );
    await changed(deps, conversationId, principal.id);
    return {};
  };
}

/**
 * Takes back what waits. Said again after a lost answer it is done: what neither waits nor was sent is taken back.
 * Refuses `message.already_sent` once it is being sent.
 */
export function unscheduleMessage(
  deps: ScheduleDeps,
): CommandHandler<"message.unschedule"> {
  return async ({ principal, actor }, { scheduledId }) => {
    const row = await deps.database.transact(actor, async (unit) => {
      const held = await holdScheduled(unit, scheduledId, principal.id);
      if (held === undefined) {
        await requireUnsent(unit.tx, scheduledId, principal);
        return undefined;
      }
      await deleteScheduled(unit, scheduledId);
      await letGo(deps, unit, held);
      return held;
    });
    if (row !== undefined)
      await changed(deps, row.conversationId, principal.id);
    return {};
  };
}

/** What is being sent is gone from those that wait only once it stands in the history: asked in this order. */
async function requireUnsent(
  runner: StatementRunner,
  id: MessageId,
  principal: Principal,
): Promise<void> {
  const isTaken =
    (await placeOfScheduled(runner, id, principal.id)) !== undefined;
  if (isTaken || (await findPlaces(runner, [id])).has(id))
    throw new AppError("message.already_sent");
}

type Waiting = Pick<ScheduledRow, "authorId" | "cargo" | "sendAt">;

const dayMs = 24 * 3_600_000;
/** A message that could not be sent at its time waits for its author so long with what it carries. */
const decisionMs = 30 * dayMs;
/** What was uploaded and is not used stays so long anyway. */
const unusedMs = 7 * dayMs;

const wishOf = ({ authorId: ownerId, cargo }: Waiting) =>
  cargo === null ? undefined : { ...cargo, ownerId };

/** Keeps what it will carry until its time and how that looks. Refuses as sending does. */
async function reserve(
  { files }: Pick<ScheduleDeps, "files">,
  unit: LentUnit,
  waiting: Waiting,
): Promise<Carried | null> {
  const wish = wishOf(waiting);
  if (wish === undefined) return null;
  const until = new Date(waiting.sendAt.getTime() + decisionMs);
  const held = await files.reserve(unit, wish, until);
  if (!held.ok) throw new AppError(held.code);
  return held.carried;
}

async function letGo(
  { files, clock }: Pick<ScheduleDeps, "files" | "clock">,
  unit: LentUnit,
  waiting: Waiting,
): Promise<void> {
  const wish = wishOf(waiting);
  if (wish === undefined) return;
  // Refused is what is gone already.
  await files.reserve(unit, wish, new Date(clock.now().getTime() + unusedMs));
}

function requireOpen(
  rules: Parameters<typeof isShutOn>[0],
  principal: Principal,
): void {
  if (isShutOn(rules, deviceOf(principal)))
    throw new AppError("conversation.device_refused");
}

async function requireRight(
  { chats }: Pick<ScheduleDeps, "chats">,
  conversationId: ConversationId,
  principal: Principal,
): Promise<void> {
  const [{ role }, profile] = await Promise.all([
    chats.requireMember(conversationId, principal.id),
    chats.profile(conversationId),
  ]);
  if (profile === undefined) throw new AppError("conversation.not_found");
  requireOpen(profile, principal);
  if (!rights.send({ role, ...profile })) throw new AppError("auth.forbidden");
}

/** Sets the clock to it and tells the author's other devices. */
async function changed(
  deps: TellScheduledDeps & Pick<ScheduleDeps, "due">,
  conversationId: ConversationId,
  authorId: PrincipalId,
): Promise<void> {
  deps.due.nudge();
  await tellScheduled(deps, conversationId, authorId);
}
