import {
  browserCallPlatform,
  createLocalMedia,
  createProbe,
} from "@veche/call-client";
import { useState } from "react";
import { LineCheckPage } from "../../features/line-check/line-check-page.tsx";
import { useServices } from "../../platform/services.tsx";
import { useWorkplace } from "../workplace-context.ts";

/** Everybody of the staff may try their line. */
export function LineCheckRoute() {
  const { powers } = useServices();
  const { realtime } = useWorkplace();
  const [parts] = useState(() => {
    const platform = browserCallPlatform();
    const media = createLocalMedia({ platform, memory: localStorage });
    return {
      media,
      probe: createProbe({ signalling: realtime, platform, powers, media }),
    };
  });
  return <LineCheckPage {...parts} />;
}
