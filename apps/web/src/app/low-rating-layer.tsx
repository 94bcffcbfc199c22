import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { notifyWarning } from "../platform/kit/notify.ts";
import { ratedWords } from "../platform/timeline/rated-words.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { useWorkplace } from "./workplace-context.ts";

/** For supervisors, on whatever page they are: a customer was not content, and the way to that session. */
export function LowRatingLayer() {
  const texts = useTexts();
  const navigate = useNavigate();
  const { realtime } = useWorkplace();
  useEffect(
    () =>
      realtime.on("rating.low", ({ requestId, people, technology }) => {
        const { t } = texts;
        const open = () =>
          void navigate({ to: "/history/$requestId", params: { requestId } });
        notifyWarning(
          texts,
          <>
            {ratedWords(t, { people, technology })}{" "}
            <Button variant="subtle" size="compact-sm" onClick={open}>
              {t("rating.lowOpen")}
            </Button>
          </>,
        );
      }),
    [texts, navigate, realtime],
  );
  return null;
}
