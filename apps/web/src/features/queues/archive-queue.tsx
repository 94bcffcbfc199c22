import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Queue } from "@veche/contracts";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Question } from "../../platform/kit/question.tsx";
import { queuesKey } from "../../platform/queues.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** Puts a queue away: nobody comes into it any more. */
export function ArchiveQueue({
  queue: { id: queueId, name },
}: {
  readonly queue: Queue;
}) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const archiving = useMutation({
    mutationFn: () => rest("archiveQueue", { params: { queueId } }),
    onSuccess: async () => {
      notifyDone(texts, t("queues.archived", { name }));
      await queries.invalidateQueries({ queryKey: queuesKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        aria-label={t("queues.archiveOf", { name })}
        onClick={() => setAsking(true)}
      >
        {t("queues.archive")}
      </Button>
      {isAsking && (
        <Question
          title={t("queues.archiveQuestion", { name })}
          advice={t("queues.archiveAdvice")}
          yes={t("queues.archive")}
          isBusy={archiving.isPending}
          onYes={() => archiving.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
