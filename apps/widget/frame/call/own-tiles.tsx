import type { LocalMediaSnapshot } from "@veche/call-client";
import { useTexts } from "../parts/widget-context.ts";
import { Picture } from "./picture.tsx";
import { ShownScreen } from "./shown-screen.tsx";

/** What the other side gets of mine, small in the corner. */
export function OwnTiles({ state }: { readonly state: LocalMediaSnapshot }) {
  const { t } = useTexts();
  const { screenStream, cameraStream } = state;
  if (screenStream === null && cameraStream === null) return null;
  return (
    <div class="own-tile">
      {screenStream === null ? null : (
        <ShownScreen
          stream={screenStream}
          label={t("call.yourScreen")}
          kind="own-screen"
        />
      )}
      {cameraStream === null ? null : (
        <Picture stream={cameraStream} label={t("call.you")} kind="own" />
      )}
    </div>
  );
}
