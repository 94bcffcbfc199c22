import { Link } from "@tanstack/react-router";
import type { SecurityFinding } from "@veche/contracts";
import { SecurityPage } from "../../features/security-check/security-page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Guarded } from "../guarded.tsx";

/** Where what the settings can't mend is mended. */
const ways = {
  "demo.passwords": { to: "/users", words: "security.toUsers" },
  "second_factor.missing": { to: "/entry", words: "security.toSignIn" },
  "relay.external": { to: "/line-check", words: "security.toLineCheck" },
} as const;

const isMendedOnPage = (
  finding: SecurityFinding,
): finding is keyof typeof ways => finding in ways;

export function SecurityRoute() {
  const { t } = useTexts();
  return (
    <Guarded path="/security">
      <SecurityPage
        wayTo={(finding) => {
          if (!isMendedOnPage(finding)) return null;
          const { to, words } = ways[finding];
          return <Link to={to}>{t(words)}</Link>;
        }}
      />
    </Guarded>
  );
}
