import { Type } from "typebox";
import { QueueIdSchema } from "../ids.ts";
import { Queue, QueueFields } from "../queues.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Contact centre";
const admin = { kind: "user", anyOf: ["admin"] } as const;
const params = closed({ queueId: QueueIdSchema });
const path = "/api/v1/contact-centre/queues";

/** Where customers wait, and when somebody serves them there. */
export const queueEndpoints = {
  listQueues: endpoint({
    method: "GET",
    path,
    tag,
    summary: "Queues with their working hours and operators",
    access: { kind: "user", anyOf: ["operator", "supervisor", "admin"] },
    status: 200,
    response: closed({ items: Type.Array(Queue) }),
    errors: [],
  }),
  createQueue: endpoint({
    method: "POST",
    path,
    tag,
    summary: "Open another queue",
    access: admin,
    body: QueueFields,
    status: 201,
    response: Queue,
    errors: ["contact_centre.too_many_queues"],
  }),
  /** Whoever waits already goes on waiting; calls that come while it is closed are refused with `contact_centre.closed`. */
  updateQueue: endpoint({
    method: "PUT",
    path: `${path}/:queueId`,
    tag,
    summary: "Set the name, hours, priority and operators of a queue",
    access: admin,
    params,
    body: QueueFields,
    status: 200,
    response: Queue,
    errors: ["request.not_found"],
  }),
  /** Nobody comes into it any more; whoever waits there is served. Its name stays in the history and in reports. */
  archiveQueue: endpoint({
    method: "DELETE",
    path: `${path}/:queueId`,
    tag,
    summary: "Archive a queue",
    access: admin,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found", "contact_centre.queue_needed"],
  }),
} as const;
