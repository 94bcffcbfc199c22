import type { ListedConversation } from "./conversations.ts";
import { isOpenOn, type DeviceClass } from "./device-access.ts";

/**
 * A conversation as its member may be told of it on this device: where it doesn't open, without what they are writing
 * there themselves.
 */
export const seenOn = <Seen extends ListedConversation>(
  conversation: Seen,
  device: DeviceClass | null,
): Seen => {
  const { mine, confidentiality } = conversation;
  if (mine === null || isOpenOn(confidentiality, device)) return conversation;
  return mine.draft === null
    ? conversation
    : { ...conversation, mine: { ...mine, draft: null } };
};
