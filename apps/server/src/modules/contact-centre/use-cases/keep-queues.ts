import type { Actor, Queue, QueueFields, QueueId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { queueIssues } from "../domain/working-hours.ts";
import { defaultQueueId, type Powers } from "../powers.ts";
import {
  allQueues,
  insertQueue,
  putAway,
  queueNamed,
  saveQueue,
} from "../store/queues.ts";
import type { Unit } from "./move-operator.ts";

/** More than a company tells apart; each decision looks at all of them. */
const mostQueues = 100;

function fit({ name, ...fields }: QueueFields): QueueFields {
  const issues = queueIssues(fields);
  if (issues.length > 0) throw new AppError("request.invalid", { issues });
  return { ...fields, name: oneLine(name) };
}

/** What only the list of queues knows: the overflow goes to another one that is there. */
async function requireOverflow(
  { tx }: Unit,
  { overflow }: QueueFields,
  queueId: QueueId,
): Promise<void> {
  if (overflow === null) return;
  const target = await queueNamed(tx, overflow.queueId);
  if (target !== undefined && target.id !== queueId) return;
  throw new AppError("request.invalid", {
    issues: [{ path: "/overflow/queueId", message: "is no other queue" }],
  });
}

/** Opens another queue. Refuses `request.invalid`, `contact_centre.too_many_queues`. */
export function openQueue(
  { database, ids }: Powers,
  actor: Actor,
  wanted: QueueFields,
): Promise<Queue> {
  const fields = fit(wanted);
  return database.transact(actor, async (unit) => {
    if ((await allQueues(unit.tx)).length >= mostQueues)
      throw new AppError("contact_centre.too_many_queues");
    const queueId = ids.next<QueueId>();
    await requireOverflow(unit, fields, queueId);
    await insertQueue(unit.tx, queueId, fields);
    unit.happened({ type: "queue.changed", queueId, change: "created" });
    return kept(unit, queueId);
  });
}

/** Whoever waits is routed by the new rules at once. Refuses `request.invalid`, `request.not_found`. */
export function changeQueue(
  { database }: Powers,
  actor: Actor,
  {
    queueId,
    fields: wanted,
  }: { readonly queueId: QueueId; readonly fields: QueueFields },
): Promise<Queue> {
  const fields = fit(wanted);
  return database.transact(actor, async (unit) => {
    await requireOverflow(unit, fields, queueId);
    if (!(await saveQueue(unit.tx, queueId, fields)))
      throw new AppError("request.not_found");
    unit.happened({ type: "queue.changed", queueId, change: "changed" });
    return kept(unit, queueId);
  });
}

/** Nobody comes into it any more. Refuses `request.not_found`, and `contact_centre.queue_needed` of the default one. */
export async function archiveQueue(
  { database, clock }: Powers,
  actor: Actor,
  queueId: QueueId,
): Promise<void> {
  if (queueId === defaultQueueId)
    throw new AppError("contact_centre.queue_needed");
  await database.transact(actor, async ({ tx, happened }) => {
    if (!(await putAway(tx, queueId, clock.now())))
      throw new AppError("request.not_found");
    happened({ type: "queue.changed", queueId, change: "archived" });
  });
}

async function kept({ tx }: Unit, queueId: QueueId): Promise<Queue> {
  const queue = await queueNamed(tx, queueId);
  if (queue === undefined) throw new Error("it was written a moment ago");
  return queue;
}
