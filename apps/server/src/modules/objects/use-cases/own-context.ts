import type { ApplicationId, ConversationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { contextOf, type Context } from "../store/contexts.ts";

/** The one place that says which conversations an application reaches. Refuses `conversation.not_found`. */
export async function ownContext(
  { database }: Pick<ObjectsDeps, "database">,
  applicationId: ApplicationId,
  conversationId: ConversationId,
): Promise<Context> {
  const context = await contextOf(database.db, conversationId);
  if (context?.applicationId !== applicationId)
    throw new AppError("conversation.not_found");
  return context;
}
