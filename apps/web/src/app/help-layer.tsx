import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { forgetNote, notifyLasting } from "../platform/kit/notify.ts";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { useWorkplace } from "./workplace-context.ts";

/** For supervisors, on whatever page they are: an operator asks for help, until they do no longer. */
export function HelpLayer() {
  const texts = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { help } = useWorkplace();
  const asked = useStore(help.all);
  const told = useRef(new Set<string>());
  useEffect(() => {
    const { t } = texts;
    const present = new Set<string>();
    for (const { requestId, words, ...names } of asked) {
      const id = `help/${requestId}/${words ?? ""}`;
      present.add(id);
      if (told.current.has(id)) continue;
      const open = () => {
        forgetNote(id);
        void navigate({ to: "/board" });
      };
      notifyLasting(texts, {
        id,
        title: t("help.asks", { name: names.operatorName }),
        message: (
          <>
            {t("help.with", { name: names.customerName })}
            {words !== null && ` ${words}`}{" "}
            <Button variant="subtle" size="compact-sm" onClick={open}>
              {t("help.openBoard")}
            </Button>
          </>
        ),
      });
    }
    for (const id of told.current) if (!present.has(id)) forgetNote(id);
    told.current = present;
    // The board marks their rows at once, where it is looked at.
    void queries.invalidateQueries({ queryKey: ["live-board"] });
  }, [asked, navigate, queries, texts]);
  return null;
}
