import { conversationEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { StatementRunner } from "../../../platform/db/statements.ts";
import { route } from "../../../platform/http/route.ts";
import type { ConversationReaders } from "../conversation-readers.port.ts";
import { conversationView } from "../store/conversation-views.ts";

export const getConversation = ({
  db,
  readers,
}: {
  readonly db: StatementRunner;
  readonly readers: ConversationReaders;
}) =>
  route(
    conversationEndpoints.getConversation,
    async ({ principal, params }) => {
      const view = await conversationView(
        db,
        params.conversationId,
        principal.id,
      );
      if (view === undefined) throw new AppError("conversation.not_found");
      if (
        !view.isMember &&
        !(await readers.mayRead(principal, params.conversationId))
      ) {
        throw new AppError("conversation.not_found");
      }
      return view.conversation;
    },
  );
