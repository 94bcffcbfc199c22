import { Button } from "@mantine/core";
import { iconAlertTriangle } from "@veche/ui";
import { EmptyState } from "../platform/kit/empty-state.tsx";
import { useTexts } from "../platform/texts/texts.tsx";

/** The last net: a screen that threw while it was drawn. The rest of the shell, a running call included, goes on. */
export function ScreenFailed() {
  const { t } = useTexts();
  return (
    <EmptyState
      place="page"
      icon={iconAlertTriangle}
      title={t("failure.screen")}
      advice={t("failure.screenAdvice")}
      action={
        <Button variant="default" onClick={() => location.reload()}>
          {t("action.reload")}
        </Button>
      }
    />
  );
}
