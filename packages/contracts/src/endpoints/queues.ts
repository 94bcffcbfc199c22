import { Type } from "typebox";
import { QueueIdSchema } from "../ids.ts";
import { Queue, QueueFields } from "../queues.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Contact centre";
const path = "/api/v1/contact-centre/queues";

/** Where customers wait, and when somebody serves them there. */
export const queueEndpoints = {
  listQueues: endpoint({
    method: "GET",
    path,
    tag,
    summary: "Queues with their working hours",
    access: { kind: "user", anyOf: ["operator", "supervisor", "admin"] },
    status: 200,
    response: closed({ items: Type.Array(Queue) }),
    errors: [],
  }),
  /** Whoever waits already goes on waiting; calls that come while it is closed are refused with `contact_centre.closed`. */
  updateQueue: endpoint({
    method: "PUT",
    path: `${path}/:queueId`,
    tag,
    summary: "Set the name and the working hours of a queue",
    access: { kind: "user", anyOf: ["admin"] },
    params: closed({ queueId: QueueIdSchema }),
    body: QueueFields,
    status: 200,
    response: Queue,
    errors: ["request.not_found"],
  }),
} as const;
