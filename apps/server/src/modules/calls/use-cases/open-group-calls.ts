import type { PrincipalId } from "@veche/contracts";
import type { CallRecord } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";

/** Calls of groups that somebody may come into, from memory: most of the time there are none to ask about. */
export async function openGroupCalls(
  { book, chats }: Pick<CallPowers, "book" | "chats">,
  principalId: PrincipalId,
): Promise<readonly CallRecord[]> {
  const calls = await Promise.all(
    book.groupCalls().map(async (call) => {
      const members = await chats.membersOf(call.conversationId);
      return members.includes(principalId) ? call : undefined;
    }),
  );
  return calls.filter((call) => call !== undefined);
}
