import { privacyEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { PrivacyPowers } from "../privacy-powers.ts";
import { readRetention, writeRetention } from "../store/settings.ts";

export function retentionRoutes({
  database,
  onChange,
}: Pick<PrivacyPowers, "database"> & {
  readonly onChange: () => void;
}): readonly Route[] {
  return [
    route(privacyEndpoints.getRetention, async (_context) =>
      readRetention(database.db),
    ),
    route(privacyEndpoints.updateRetention, async ({ actor, body }) => {
      await database.transact(actor, async ({ tx, happened }) => {
        const before = await readRetention(tx);
        await writeRetention(tx, body);
        const rules = changesOf(before, body);
        if (rules !== "") happened({ type: "retention.changed", rules });
      });
      onChange();
      return body;
    }),
  ];
}

/** `direct 30, channel for good`: the kinds whose rule is another one now. */
const changesOf = (
  before: Readonly<Record<string, number | null>>,
  after: Readonly<Record<string, number | null>>,
): string =>
  Object.entries(after)
    .filter(([kind, days]) => before[kind] !== days)
    .map(([kind, days]) => `${kind} ${days ?? "for good"}`)
    .join(", ");
