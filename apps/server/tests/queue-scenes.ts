import {
  queueEndpoints,
  usualQueue,
  type Queue,
  type QueueFields,
  type UserId,
} from "@veche/contracts";
import type { openOffice } from "./office.ts";
import type { Window } from "./service-windows.ts";

export type Office = Awaited<ReturnType<typeof openOffice>>;

export const plainQueue: QueueFields = { ...usualQueue, name: "Specialists" };

/** An administrator opens a queue. */
export async function openQueue(
  { as }: Office,
  fields: Partial<QueueFields> = {},
): Promise<Queue> {
  const made = await as("admin", queueEndpoints.createQueue, {
    body: { ...plainQueue, ...fields },
  });
  if (made.status !== 201) throw new Error(`refused: ${String(made.status)}`);
  return made.body;
}

// The windows are operators'.
export const idOf = ({ principal }: Window): UserId => principal.id as UserId;
