import { iconLock } from "@veche/ui";
import type { ReactNode } from "react";
import { EmptyState } from "../platform/kit/empty-state.tsx";
import { useMe } from "../platform/me.tsx";
import { useTexts } from "../platform/texts/texts.tsx";
import { HomeLink } from "./home-link.tsx";
import { mayUse, sections, type Section } from "./sections.ts";

/** Draws a section for those who may use it. The server refuses the others anyway; here they are told so in words. */
export function Guarded({
  path,
  children,
}: {
  readonly path: Section["path"];
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const { roles } = useMe();
  const section = sections.find((one) => one.path === path);
  if (section !== undefined && mayUse(section, roles)) return children;
  return (
    <EmptyState
      place="page"
      icon={iconLock}
      title={t("page.forbidden")}
      advice={t("page.forbiddenAdvice")}
      action={<HomeLink />}
    />
  );
}
