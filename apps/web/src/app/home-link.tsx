import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMe } from "../platform/me.tsx";
import { useTexts } from "../platform/texts/texts.tsx";
import { homeFor } from "./sections.ts";

/** The way out of a page that is not there or not for me. */
export function HomeLink() {
  const { t } = useTexts();
  const { roles } = useMe();
  return (
    <Button
      variant="default"
      renderRoot={(props) => <Link to={homeFor(roles)} {...props} />}
    >
      {t("page.home")}
    </Button>
  );
}
