import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { iconChevronLeft } from "@veche/ui";
import { DictionaryPage } from "../../features/reports/dictionary-page.tsx";
import { ReportsPage } from "../../features/reports/reports-page.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Guarded } from "../guarded.tsx";

export function ReportsRoute() {
  const { t } = useTexts();
  const toDictionary = (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/reports/dictionary" {...props} />}
    >
      {t("dictionary.title")}
    </Button>
  );
  return (
    <Guarded path="/reports">
      <ReportsPage dictionaryLink={toDictionary} />
    </Guarded>
  );
}

export function DictionaryRoute() {
  const { t } = useTexts();
  const back = (
    <Button
      variant="default"
      leftSection={<Icon paths={iconChevronLeft} size={18} />}
      renderRoot={(props) => <Link to="/reports" {...props} />}
    >
      {t("dictionary.back")}
    </Button>
  );
  return (
    <Guarded path="/reports">
      <DictionaryPage backLink={back} />
    </Guarded>
  );
}
