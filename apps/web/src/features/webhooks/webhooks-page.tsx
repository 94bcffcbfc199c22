import { useQuery } from "@tanstack/react-query";
import type { WebhookEndpoint } from "@veche/contracts";
import { iconWebhook } from "@veche/ui";
import { useState } from "react";
import { ItemListPage } from "../../platform/kit/item-list-page.tsx";
import { RotateQuestion } from "../../platform/kit/rotate-question.tsx";
import { SecretShown } from "../../platform/kit/secret-shown.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Messages } from "./messages.tsx";
import { RemoveWebhook } from "./remove-webhook.tsx";
import { WebhookCard, type WebhookPart } from "./webhook-card.tsx";
import { nameOf } from "./webhook-draft.ts";
import { WebhookForm } from "./webhook-form.tsx";
import { webhooksKey } from "./webhooks-key.ts";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "new" }
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: WebhookPart; readonly endpoint: WebhookEndpoint };

interface LayerProps {
  readonly open: Open;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

/** What lies over the list. */
function Layer({ open, ...after }: LayerProps) {
  const { t } = useTexts();
  const rest = useRest();
  const { onClose } = after;
  switch (open.kind) {
    case "nothing":
      return null;
    case "new":
      return <WebhookForm endpoint={undefined} {...after} />;
    case "form":
      return <WebhookForm endpoint={open.endpoint} {...after} />;
    case "messages":
      return <Messages endpoint={open.endpoint} onClose={onClose} />;
    case "remove":
      return <RemoveWebhook endpoint={open.endpoint} onClose={onClose} />;
    case "rotate":
      return (
        <RotateQuestion
          {...after}
          name={nameOf(open.endpoint)}
          rotate={(keepOldForMs) =>
            rest("rotateWebhookEndpointSecret", {
              params: { endpointId: open.endpoint.id },
              body: { keepOldForMs },
            })
          }
        />
      );
    case "secret":
      return (
        <SecretShown
          title={t("hooks.secretTitle")}
          lead={t("hooks.secretLead")}
          secret={open.secret}
          onClose={onClose}
        />
      );
  }
}

/** Where the company's systems are told what happens (B21). */
export function WebhooksPage() {
  const { t } = useTexts();
  const rest = useRest();
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const query = useQuery({
    queryKey: webhooksKey,
    queryFn: ({ signal }) => rest("listWebhookEndpoints", { signal }),
    select: ({ items }) => items,
    refetchInterval: 10_000,
  });
  return (
    <ItemListPage
      title={t("hooks.title")}
      lead={t("hooks.lead")}
      add={{ label: t("hooks.add"), onPress: () => setOpen({ kind: "new" }) }}
      empty={{
        icon: iconWebhook,
        title: t("hooks.empty"),
        advice: t("hooks.emptyAdvice"),
      }}
      query={query}
      draw={(endpoint) => (
        <WebhookCard
          key={endpoint.id}
          endpoint={endpoint}
          onOpen={(kind) => setOpen({ kind, endpoint })}
        />
      )}
    >
      <Layer
        open={open}
        onClose={() => setOpen({ kind: "nothing" })}
        onSecret={(secret) => setOpen({ kind: "secret", secret })}
      />
    </ItemListPage>
  );
}
