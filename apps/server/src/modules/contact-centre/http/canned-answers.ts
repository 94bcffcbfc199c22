import { cannedAnswerEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Powers } from "../powers.ts";
import { listCannedAnswers } from "../store/canned-answers.ts";
import {
  changeCannedAnswer,
  removeCannedAnswer,
  writeCannedAnswer,
} from "../use-cases/keep-canned-answers.ts";

/** Everybody who serves sees the canned answers; supervisors and administrators keep them. */
export const cannedAnswers = (powers: Powers): readonly Route[] => [
  route(cannedAnswerEndpoints.listCannedAnswers, async () => ({
    items: [...(await listCannedAnswers(powers.database.db))],
  })),
  route(cannedAnswerEndpoints.createCannedAnswer, ({ actor, body }) =>
    writeCannedAnswer(powers, actor, body),
  ),
  route(
    cannedAnswerEndpoints.updateCannedAnswer,
    ({ actor, params: { answerId: id }, body }) =>
      changeCannedAnswer(powers, actor, { ...body, id }),
  ),
  route(
    cannedAnswerEndpoints.deleteCannedAnswer,
    async ({ actor, params: { answerId } }) => {
      await removeCannedAnswer(powers, actor, answerId);
      return null;
    },
  ),
];
