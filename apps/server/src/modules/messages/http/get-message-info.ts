import { messageEndpoints } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { route } from "../../../platform/http/route.ts";
import type { Chats } from "../../chats/index.ts";
import { versionsOf } from "../store/edits.ts";
import type { MessagesTables } from "../store/tables.ts";
import { requireMessage } from "../use-cases/require-message.ts";

type ReceiptsAt = Awaited<ReturnType<Chats["receiptsAt"]>>;

export const getMessageInfo = (deps: {
  readonly db: Db<MessagesTables>;
  readonly chats: Pick<
    Chats,
    "requireMember" | "readEvents" | "profile" | "receiptsAt"
  >;
}) =>
  route(messageEndpoints.getMessageInfo, async ({ principal, params }) => {
    const { db, chats } = deps;
    const { conversationId, messageId } = params;
    await chats.requireMember(conversationId, principal.id);
    const { message } = await requireMessage(deps, principal, params);
    const [receipts, versions] = await Promise.all([
      chats.receiptsAt({ conversationId, seq: message.seq }),
      versionsOf(db, messageId),
    ]);
    return {
      readBy: receipts.readBy.map(readerOf),
      readCount: receipts.readCount,
      deliveredTo: receipts.deliveredTo.map(readerOf),
      deliveredCount: receipts.deliveredCount,
      versions: versions.map(({ body, at }) => ({
        body,
        at: at.toISOString(),
      })),
    };
  });

const readerOf = ({ principalId, name, at }: ReceiptsAt["readBy"][number]) => ({
  principalId,
  name,
  at: at?.toISOString() ?? null,
});
