import { iconSearch } from "@veche/ui";
import { EmptyState } from "../platform/kit/empty-state.tsx";
import { useTexts } from "../platform/texts/texts.tsx";
import { HomeLink } from "./home-link.tsx";

export function NotFound() {
  const { t } = useTexts();
  return (
    <EmptyState
      place="page"
      icon={iconSearch}
      title={t("page.notFound")}
      advice={t("page.notFoundAdvice")}
      action={<HomeLink />}
    />
  );
}
