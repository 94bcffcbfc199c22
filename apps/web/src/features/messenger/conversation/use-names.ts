import type { Conversation, PrincipalId } from "@veche/contracts";
import type { LogSnapshot } from "@veche/realtime-client";
import { useCallback, useMemo, useState } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";

export type NameOf = (id: PrincipalId | null) => string;

type Names = ReadonlyMap<PrincipalId, string>;

const isSame = (one: Names, other: Names): boolean =>
  one.size === other.size &&
  [...one].every(([id, name]) => other.get(id) === name);

/** The earlier names while they say the same: every page of a log makes a map anew. */
function useKept(names: Names): Names {
  const [kept, keep] = useState(names);
  if (kept === names || isSame(kept, names)) return kept;
  keep(names);
  return names;
}

/** Names of members, of whoever left, and of authors the log tells of. */
export function useNames(
  { entries, members }: LogSnapshot,
  conversation: Conversation,
): NameOf {
  const { t } = useTexts();
  const { me } = useMessenger();
  const present = useMemo(() => {
    const known = new Map<PrincipalId, string>([[me.id, me.name]]);
    for (const entry of entries) {
      if (entry.type === "member.joined")
        known.set(entry.member.principalId, entry.member.name);
      if (entry.type === "member.left")
        known.set(entry.principalId, entry.name);
      if (entry.type === "message.created" && entry.replyTo !== undefined)
        known.set(entry.replyTo.authorId, entry.replyTo.authorName);
    }
    for (const { principalId, name } of [...conversation.members, ...members])
      known.set(principalId, name);
    return known;
  }, [entries, members, conversation.members, me]);
  const names = useKept(present);
  return useCallback(
    (id) =>
      id === null ? t("msg.server") : (names.get(id) ?? t("msg.someone")),
    [names, t],
  );
}
