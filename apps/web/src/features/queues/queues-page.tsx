import { Button } from "@mantine/core";
import { iconPlus } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useQueues } from "../../platform/queues.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { NewQueue } from "./new-queue.tsx";
import { QueueForm } from "./queue-form.tsx";

/** For administrators: where customers wait, who is rung for them, and when calls are taken there (B10). */
export function QueuesPage() {
  const { t } = useTexts();
  const [isAdding, setAdding] = useState(false);
  const query = useQueues();
  const add = (
    <Button
      leftSection={<Icon paths={iconPlus} size={18} />}
      onClick={() => setAdding(true)}
    >
      {t("queues.add")}
    </Button>
  );
  return (
    <Page title={t("queues.title")} lead={t("queues.lead")} actions={add}>
      <Loaded query={query}>
        {({ items }) =>
          items.map((queue) => (
            <Pane
              key={queue.id}
              title={
                queue.isDefault
                  ? t("queues.defaultOf", { name: queue.name })
                  : queue.name
              }
            >
              <QueueForm queue={queue} />
            </Pane>
          ))
        }
      </Loaded>
      {isAdding && <NewQueue onClose={() => setAdding(false)} />}
    </Page>
  );
}
