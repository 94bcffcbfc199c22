import {
  seenOn,
  type DeviceClass,
  type Conversation,
  type ConversationId,
} from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Principal, UserPrincipal } from "../../platform/principal.ts";
import type { ConversationPictures } from "./conversation-pictures.port.ts";
import { conversationView } from "./store/conversation-views.ts";
import type { ChatsTables } from "./store/tables.ts";
import type { UserDirectory } from "./user-directory.port.ts";

/** What the module's use-cases work with. */
export interface ChatPowers {
  readonly database: Database<ChatsTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly users: UserDirectory;
  readonly pictures: ConversationPictures;
}

/** Conversations among the staff are no customer's business. Refuses `auth.forbidden`. */
export function asUser(principal: Principal): UserPrincipal {
  if (principal.kind !== "user") throw new AppError("auth.forbidden");
  return principal;
}

/** The conversation as whoever asks sees it now, on their device. Refuses `conversation.not_found`. */
export async function seenBy(
  { database }: Pick<ChatPowers, "database">,
  conversationId: ConversationId,
  reader: Pick<UserPrincipal, "id"> & { readonly device: DeviceClass | null },
): Promise<Conversation> {
  const view = await conversationView(database.db, conversationId, reader.id);
  if (view === undefined) throw new AppError("conversation.not_found");
  return seenOn(view.conversation, reader.device);
}
