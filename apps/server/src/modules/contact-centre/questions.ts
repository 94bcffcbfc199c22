import type { ContactCentre } from "./centre-face.ts";
import { loadForCustomer } from "./load.ts";
import { opensAt } from "./domain/working-hours.ts";
import type { Powers } from "./powers.ts";
import { may } from "../identity/index.ts";
import {
  countServed,
  findRequest,
  isServiceConversation,
  servedReasons,
  sessionIn,
} from "./store/history.ts";
import { staffedQueues } from "./store/queues.ts";
import { openRequestOf } from "./store/requests.ts";
import { queueFor } from "./which-queue.ts";

type Questions = Pick<
  ContactCentre,
  | "openRequestOf"
  | "serviceAt"
  | "mayRead"
  | "sessionIn"
  | "servedSession"
  | "countServed"
>;

/** What other modules may ask; `app/` plugs these into their ports. */
export function questions(powers: Powers): Questions {
  const { db } = powers.database;
  return {
    async openRequestOf(customerId) {
      const request = await openRequestOf(db, customerId);
      return request === undefined ? null : loadForCustomer(powers, request);
    },
    async serviceAt(wanted) {
      const [queue, staffed] = await Promise.all([
        queueFor(db, wanted),
        staffedQueues(db),
      ]);
      return {
        isStaffed: staffed.has(queue.id),
        opensAt: opensAt(queue.hours, powers.clock.now()),
      };
    },
    async mayRead(principal, conversationId) {
      if (may(principal, "requests.see_all"))
        return isServiceConversation(db, conversationId, undefined);
      if (principal.kind !== "user" || !may(principal, "requests.serve"))
        return false;
      return isServiceConversation(db, conversationId, principal.id);
    },
    sessionIn: (conversationId) => sessionIn(db, conversationId),
    async servedSession(requestId) {
      const row = await findRequest(db, requestId);
      if (!row?.endedAt || row.acceptedAt === null) return undefined;
      if (!servedReasons.some((reason) => reason === row.endReason))
        return undefined;
      const { conversationId, customerId, operatorId, operatorName } = row;
      const { endedAt } = row;
      return {
        ...{ requestId, conversationId, customerId },
        ...{ operatorId, operatorName, endedAt },
      };
    },
    countServed: (since) => countServed(db, since),
  };
}
