import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Folder } from "@veche/contracts";
import { useEffect } from "react";
import { useMessenger } from "../messenger-context.tsx";

/** Folders of mine, as my other devices change them too. */
export function useFolders(): readonly Folder[] {
  const { asks, realtime } = useMessenger();
  const client = useQueryClient();
  useEffect(
    () =>
      realtime.on("folders.changed", ({ folders }) => {
        client.setQueryData(["folders"], folders);
      }),
    [realtime, client],
  );
  const { data = [] } = useQuery({
    queryKey: ["folders"],
    queryFn: asks.folders,
  });
  return data;
}
