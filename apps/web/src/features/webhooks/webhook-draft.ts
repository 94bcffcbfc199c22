import {
  webhookEventTypes,
  type WebhookEndpoint,
  type WebhookEventType,
} from "@veche/contracts";

/** What the form of an endpoint holds. */
export interface WebhookDraft {
  readonly url: string;
  readonly description: string;
  readonly hearsAll: boolean;
  readonly eventTypes: readonly WebhookEventType[];
}

export const draftOf = (
  endpoint: WebhookEndpoint | undefined,
): WebhookDraft => ({
  url: endpoint?.url ?? "",
  description: endpoint?.description ?? "",
  hearsAll: (endpoint?.eventTypes.length ?? 0) === 0,
  eventTypes: endpoint?.eventTypes ?? [],
});

type Problem = "hooks.urlInvalid" | "hooks.noEvents";
export type WebhookProblems = Partial<Record<"url" | "eventTypes", Problem>>;

/** Which hosts may be posted to, the server says. */
export const problemsOf = (draft: WebhookDraft): WebhookProblems => ({
  ...(!["https:", "http:"].includes(
    URL.parse(draft.url.trim())?.protocol ?? "",
  ) && { url: "hooks.urlInvalid" as const }),
  ...(!draft.hearsAll &&
    draft.eventTypes.length === 0 && {
      eventTypes: "hooks.noEvents" as const,
    }),
});

/** As the contract wants it: no types are all of them. */
export const fieldsOf = (draft: WebhookDraft) => ({
  url: draft.url.trim(),
  description: draft.description.trim(),
  eventTypes: draft.hearsAll
    ? []
    : webhookEventTypes.filter((type) => draft.eventTypes.includes(type)),
});

/** What people call an endpoint. */
export const nameOf = ({
  description,
  url,
}: Pick<WebhookEndpoint, "description" | "url">): string =>
  description === "" ? url : description;
