import type { StoredConference } from "./store/conferences.ts";

/** Where people without an account come in; null: nowhere. */
export const guestUrlOf = (
  { publicUrl }: { readonly publicUrl: string },
  { guestToken }: Pick<StoredConference, "guestToken">,
): string | null => guestToken && `${publicUrl}/meet/${guestToken}`;
