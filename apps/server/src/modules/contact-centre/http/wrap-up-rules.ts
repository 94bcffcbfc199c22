import { wrapUpEndpoints, type OutcomeId } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { rulesAfter } from "../domain/wrap-up.ts";
import type { Powers } from "../powers.ts";
import { readWrapUpRules, writeWrapUpRules } from "../store/wrap-up-rules.ts";

/** The time for wrap-up and the outcomes: everybody who serves sees them, administrators keep them. */
export const wrapUpRules = ({
  database,
  settings,
  ids,
}: Powers): readonly Route[] => [
  route(wrapUpEndpoints.getWrapUpRules, () =>
    readWrapUpRules(database.db, settings),
  ),
  route(wrapUpEndpoints.updateWrapUpRules, ({ actor, body }) =>
    database.transact(actor, async ({ tx, happened }) => {
      const before = await readWrapUpRules(tx, settings);
      const rules = rulesAfter(before, {
        ...body,
        outcomes: body.outcomes.map((outcome) => ({
          ...outcome,
          id: outcome.id ?? ids.next<OutcomeId>(),
        })),
      });
      await writeWrapUpRules(tx, rules);
      const { seconds, outcomes } = rules;
      const outcomeCount = outcomes.filter(({ isOffered }) => isOffered).length;
      happened({ type: "wrap_up_rules.changed", seconds, outcomeCount });
      return rules;
    }),
  ),
];
