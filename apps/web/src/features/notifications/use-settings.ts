import type { NotificationSettings } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

const settingsKey = ["notification-settings"] as const;

interface Known {
  readonly settings: NotificationSettings;
  readonly digestAddress: string | null;
}

/** My rules as they stand, with whatever my other devices change; what is changed here is kept at once. */
export function useSettings(onNotice: RealtimeClient["on"]) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => rest("getNotificationSettings", { signal }),
  });
  useEffect(
    () =>
      onNotice("notification_settings.changed", ({ settings }) => {
        queries.setQueryData<Known>(
          settingsKey,
          (known) => known && { ...known, settings },
        );
      }),
    [onNotice, queries],
  );
  const keep = useMutation({
    mutationFn: (body: NotificationSettings) =>
      rest("updateNotificationSettings", { body }),
    onMutate: (settings) => {
      const before = queries.getQueryData<Known>(settingsKey);
      if (before !== undefined)
        queries.setQueryData<Known>(settingsKey, { ...before, settings });
      return before;
    },
    onError: (failure, _settings, before) => {
      queries.setQueryData(settingsKey, before);
      notifyFailure(texts, failure);
    },
  });
  const change = (part: Partial<NotificationSettings>) => {
    // A second change goes from the first, answered or not.
    const known = queries.getQueryData<Known>(settingsKey);
    if (known !== undefined) keep.mutate({ ...known.settings, ...part });
  };
  return { query, change };
}
