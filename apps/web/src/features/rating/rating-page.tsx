import { useQuery } from "@tanstack/react-query";
import { BrandMark } from "../../platform/branding/brand-mark.tsx";
import { useBranding } from "../../platform/branding/use-branding.ts";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { LanguageSwitch } from "../../platform/language/language-switch.tsx";
import { useRest, useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { RatingForm } from "./rating-form.tsx";
import styles from "./rating.module.css";

/** A customer without the page says how it was, by a link and without an account. */
export function RatingPage({ token }: { readonly token: string }) {
  const { t } = useTexts();
  const rest = useRest();
  const { chooseLanguage } = useServices();
  const branding = useBranding();
  const query = useQuery({
    queryKey: ["rating-link", token],
    queryFn: ({ signal }) =>
      rest("openRatingLink", { params: { token }, signal }),
    retry: false,
    refetchOnWindowFocus: false,
  });
  return (
    <main className={styles["page"]}>
      <header className={styles["head"]}>
        <BrandMark branding={branding} size={32} />
        <h1>{t("rating.pageTitle")}</h1>
      </header>
      <Loaded query={query}>
        {(door) => <RatingForm door={door} token={token} />}
      </Loaded>
      <LanguageSwitch onChoose={(next) => void chooseLanguage(next)} />
    </main>
  );
}
