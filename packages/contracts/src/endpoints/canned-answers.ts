import { Type } from "typebox";
import { MAX_CANNED_ANSWERS } from "../canned-answer-words.ts";
import { CannedAnswer, CannedAnswerFields } from "../canned-answers.ts";
import { CannedAnswerIdSchema } from "../ids.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Contact centre";
const path = "/api/v1/contact-centre/canned-answers";
const access = { kind: "user", anyOf: ["supervisor", "admin"] } as const;
const params = closed({ answerId: CannedAnswerIdSchema });

/** The office's ready-made answers; operators insert them, supervisors and administrators keep them. */
export const cannedAnswerEndpoints = {
  listCannedAnswers: endpoint({
    method: "GET",
    path,
    tag,
    summary: "The office's canned answers, by title",
    access: { kind: "user", anyOf: ["operator", "supervisor", "admin"] },
    status: 200,
    response: closed({
      items: Type.Array(CannedAnswer, { maxItems: MAX_CANNED_ANSWERS }),
    }),
    errors: [],
  }),
  createCannedAnswer: endpoint({
    method: "POST",
    path,
    tag,
    summary: "Write a canned answer",
    access,
    body: CannedAnswerFields,
    status: 201,
    response: CannedAnswer,
    errors: [
      "canned_answer.shortcut_taken",
      "canned_answer.too_many",
      "canned_answer.variable_unknown",
    ],
  }),
  updateCannedAnswer: endpoint({
    method: "PUT",
    path: `${path}/:answerId`,
    tag,
    summary: "Change a canned answer; what was sent stays as it was",
    access,
    params,
    body: CannedAnswerFields,
    status: 200,
    response: CannedAnswer,
    errors: [
      "request.not_found",
      "canned_answer.shortcut_taken",
      "canned_answer.variable_unknown",
    ],
  }),
  deleteCannedAnswer: endpoint({
    method: "DELETE",
    path: `${path}/:answerId`,
    tag,
    summary: "Remove a canned answer",
    access,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found"],
  }),
} as const;
