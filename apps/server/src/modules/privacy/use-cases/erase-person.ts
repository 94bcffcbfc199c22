import type { Actor, ErasureReport, Language, UserId } from "@veche/contracts";
import type { PrivacyPowers } from "../privacy-powers.ts";
import { expireExports } from "../store/exports.ts";

/** What stands where a name stood. */
const nobody: Readonly<Record<Language, string>> = {
  ru: "Удалённая учётная запись",
  en: "Deleted account",
};

/**
 * Deletes an account and what is personal, wherever it is kept, in one commit: all or nothing. What the person said
 * stays with the others. The same again changes nothing more. Refuses `request.not_found`, `auth.last_admin`.
 */
export async function erasePerson(
  {
    database,
    clock,
    keepers,
  }: Pick<PrivacyPowers, "database" | "clock" | "keepers">,
  actor: Actor,
  {
    userId,
    language,
  }: { readonly userId: UserId; readonly language: Language },
): Promise<ErasureReport> {
  const name = nobody[language];
  // Whoever deletes themself is not written into the trail once more by the name that goes.
  const by = actor.id === userId ? { ...actor, name: null } : actor;
  return database.transact(by, async (unit) => {
    const counts: Record<string, number> = {};
    for (const keeper of keepers)
      counts[keeper.what] = await keeper.erase(unit, { userId, name });
    counts["copies"] = await expireExports(unit, { userId });
    unit.happened({ type: "user.erased", userId });
    return { userId, name, erasedAt: clock.now().toISOString(), counts };
  });
}
