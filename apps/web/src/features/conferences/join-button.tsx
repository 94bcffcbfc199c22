import { Button } from "@mantine/core";
import { iconVideo } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";

/** Into the conference's call, the one that goes on or a new one; and before it, a try of one's line. */
export function JoinButton({
  onJoin,
}: {
  readonly onJoin: () => Promise<void>;
}) {
  const texts = useTexts();
  const [isJoining, setJoining] = useState(false);
  const join = () => {
    setJoining(true);
    onJoin()
      .catch((failure: unknown) => notifyFailure(texts, failure))
      .finally(() => setJoining(false));
  };
  return (
    <>
      <Button
        leftSection={<Icon paths={iconVideo} size={18} />}
        loading={isJoining}
        onClick={join}
      >
        {texts.t("conf.join")}
      </Button>
      {/* Beside the card: whoever tries their line comes back to it. */}
      <Button
        component="a"
        href="/line-check"
        target="_blank"
        variant="default"
      >
        {texts.t("line.offer")}
      </Button>
    </>
  );
}
