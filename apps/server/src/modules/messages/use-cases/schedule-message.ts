import type { ConversationId, MessageId, PrincipalId } from "@veche/contracts";
import type { Alarm } from "../../../platform/alarm.ts";
import { AppError } from "../../../platform/app-error.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import { deviceOf, type Principal } from "../../../platform/principal.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Chats } from "../../chats/index.ts";
import { isShutOn, rights } from "../domain/rights.ts";
import { presentScheduled } from "../present-scheduled.ts";
import { findSent, sendKey } from "../store/messages.ts";
import {
  countScheduled,
  deleteScheduled,
  holdScheduled,
  insertScheduled,
  scheduledIn,
  writeScheduled,
} from "../store/scheduled.ts";
import type { MessagesTables } from "../store/tables.ts";
import { said } from "./said.ts";

export interface ScheduleDeps {
  readonly database: Database<MessagesTables>;
  readonly ids: Ids;
  readonly chats: Pick<Chats, "requireMember" | "profile">;
  readonly hub: Pick<Hub, "notify">;
  readonly due: Pick<Alarm, "nudge">;
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
    const text = said(params);
    const key = { authorId: principal.id, clientId };
    const sent = (await findSent(db, [key])).get(sendKey(key));
    if (sent !== undefined) return { scheduledId: sent.id };
    await requireRight(deps, conversationId, principal);
    if ((await countScheduled(db, principal.id)) >= scheduledLimit)
      throw new AppError("request.conflict");
    const scheduledId = await transact(actor, (unit) =>
      insertScheduled(unit, {
        id: deps.ids.next<MessageId>(),
        conversationId,
        ...key,
        ...text,
        sendAt: new Date(sendAt),
      }),
    );
    await changed(deps, conversationId, principal.id);
    return { scheduledId };
  };
}

/** Changes what waits. Refuses `message.already_sent` for what does not wait any more, `request.invalid`. */
export function rescheduleMessage(
  deps: ScheduleDeps,
): CommandHandler<"message.reschedule"> {
  return async ({ principal, actor }, { scheduledId, ...change }) => {
    const { body, mentions = [], sendAt } = change;
    const text = body === undefined ? {} : said({ body, mentions });
    const { conversationId } = await deps.database.transact(
      actor,
      async (unit) => {
        const row = await holdScheduled(unit, scheduledId, principal.id);
        if (row === undefined) throw new AppError("message.already_sent");
        const at = sendAt === undefined ? row.sendAt : new Date(sendAt);
        await writeScheduled(unit, { ...row, ...text, sendAt: at });
        return row;
      },
    );
    await changed(deps, conversationId, principal.id);
    return {};
  };
}

/** Takes back what waits. Refuses `message.already_sent` once it is being sent. */
export function unscheduleMessage(
  deps: ScheduleDeps,
): CommandHandler<"message.unschedule"> {
  return async ({ principal, actor }, { scheduledId }) => {
    const { conversationId } = await deps.database.transact(
      actor,
      async (unit) => {
        const row = await holdScheduled(unit, scheduledId, principal.id);
        if (row === undefined) throw new AppError("message.already_sent");
        await deleteScheduled(unit, scheduledId);
        return row;
      },
    );
    await changed(deps, conversationId, principal.id);
    return {};
  };
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
  if (isShutOn(profile, deviceOf(principal)))
    throw new AppError("conversation.device_refused");
  if (!rights.send({ role, ...profile })) throw new AppError("auth.forbidden");
}

/** Sets the clock to it and tells the author's other devices. */
async function changed(
  { database, hub, due }: Pick<ScheduleDeps, "database" | "hub" | "due">,
  conversationId: ConversationId,
  authorId: PrincipalId,
): Promise<void> {
  due.nudge();
  const rows = await scheduledIn(database.db, conversationId, authorId);
  const scheduled = rows.map(presentScheduled);
  hub.notify([authorId], {
    type: "scheduled.changed",
    conversationId,
    scheduled,
  });
}
