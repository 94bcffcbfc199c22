import { useQuery } from "@tanstack/react-query";
import type { Application } from "@veche/contracts";
import { iconApps } from "@veche/ui";
import { useState } from "react";
import { ItemListPage } from "../../platform/kit/item-list-page.tsx";
import { RotateQuestion } from "../../platform/kit/rotate-question.tsx";
import { SecretShown } from "../../platform/kit/secret-shown.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { ApplicationCard, type ApplicationPart } from "./application-card.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { applicationsKey } from "./applications-key.ts";
import { Deliveries } from "./deliveries.tsx";
import { Kinds } from "./kinds/kinds.tsx";
import { RemoveQuestion } from "./remove-question.tsx";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "new" }
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: ApplicationPart; readonly application: Application };

interface LayerProps {
  readonly open: Open;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

/** What lies over the list. */
function Layer({ open, onClose, onSecret }: LayerProps) {
  const { t } = useTexts();
  const rest = useRest();
  switch (open.kind) {
    case "nothing":
      return null;
    case "new":
      return (
        <ApplicationForm
          application={undefined}
          onClose={onClose}
          onSecret={onSecret}
        />
      );
    case "form":
      return (
        <ApplicationForm {...open} onClose={onClose} onSecret={onSecret} />
      );
    case "rotate":
      return (
        <RotateQuestion
          name={open.application.name}
          rotate={(keepOldForMs) =>
            rest("rotateApplicationSecret", {
              params: { applicationId: open.application.id },
              body: { keepOldForMs },
            })
          }
          onClose={onClose}
          onSecret={onSecret}
        />
      );
    case "remove":
      return <RemoveQuestion {...open} onClose={onClose} />;
    case "deliveries":
      return <Deliveries {...open} onClose={onClose} />;
    case "kinds":
      return <Kinds {...open} onClose={onClose} />;
    case "secret":
      return (
        <SecretShown
          title={t("apps.secretTitle")}
          lead={t("apps.secretLead")}
          secret={open.secret}
          onClose={onClose}
        />
      );
  }
}

/** The business systems that are registered here (E4). */
export function ApplicationsPage() {
  const { t } = useTexts();
  const rest = useRest();
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const query = useQuery({
    queryKey: applicationsKey,
    queryFn: ({ signal }) => rest("listApplications", { signal }),
    select: ({ items }) => items,
  });
  return (
    <ItemListPage
      title={t("apps.title")}
      lead={t("apps.lead")}
      add={{ label: t("apps.add"), onPress: () => setOpen({ kind: "new" }) }}
      empty={{
        icon: iconApps,
        title: t("apps.empty"),
        advice: t("apps.emptyAdvice"),
      }}
      query={query}
      draw={(application) => (
        <ApplicationCard
          key={application.id}
          application={application}
          onOpen={(kind) => setOpen({ kind, application })}
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
