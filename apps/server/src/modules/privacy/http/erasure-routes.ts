import { privacyEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { PrivacyPowers } from "../privacy-powers.ts";
import { readErasurePolicy, writeErasurePolicy } from "../store/settings.ts";
import { erasePerson } from "../use-cases/erase-person.ts";

export type ErasureRouteDeps = Pick<
  PrivacyPowers,
  "database" | "clock" | "keepers" | "requirePassword"
> & { readonly onChange: () => void };

/** By an administrator, and by oneself where that is allowed. */
export function erasureRoutes(deps: ErasureRouteDeps): readonly Route[] {
  const { database, requirePassword, onChange } = deps;
  return [
    route(
      privacyEndpoints.eraseUser,
      async ({ principal, actor, params: { userId } }) => {
        const { language } = principal;
        const report = await erasePerson(deps, actor, { userId, language });
        onChange();
        return report;
      },
    ),
    route(privacyEndpoints.getErasurePolicy, async () =>
      readErasurePolicy(database.db),
    ),
    route(privacyEndpoints.updateErasurePolicy, async ({ actor, body }) => {
      await database.transact(actor, async ({ tx, happened }) => {
        const before = await readErasurePolicy(tx);
        if (before.mayEraseSelf === body.mayEraseSelf) return;
        await writeErasurePolicy(tx, body);
        happened({ type: "erasure_policy.changed", ...body });
      });
      return body;
    }),
    route(
      privacyEndpoints.eraseSelf,
      async ({ principal, actor, body: { password } }) => {
        const { id: userId, language } = principal;
        const { mayEraseSelf } = await readErasurePolicy(database.db);
        if (!mayEraseSelf) throw new AppError("auth.forbidden");
        await requirePassword(actor, { userId, password });
        const report = await erasePerson(deps, actor, { userId, language });
        onChange();
        return report;
      },
    ),
  ];
}
