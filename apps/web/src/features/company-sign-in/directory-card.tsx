import type { LdapDirectory } from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { directoriesKey } from "./directories-key.ts";
import { draftOf, fieldsOf } from "./directory-draft.ts";
import { DirectoryTestForm } from "./directory-test.tsx";
import { WayCard, type WayPart } from "./way-card.tsx";

/** A directory of the company, as the administrator sees it. */
export function DirectoryCard({
  directory,
  onOpen,
}: {
  readonly directory: LdapDirectory;
  readonly onOpen: (part: WayPart) => void;
}) {
  const { t } = useTexts();
  const rest = useRest();
  const { id: directoryId, url, matches, createsPeople } = directory;
  const traits = [
    t(
      matches === "verified_email"
        ? "directory.matchesEmail"
        : `company.matches.${matches}`,
    ),
    ...(createsPeople ? [t("company.createsPeople")] : []),
    ...(directory.givesRoles ? [t("directory.hasRoles")] : []),
  ];
  return (
    <WayCard
      way={directory}
      address={url}
      traits={traits}
      queryKey={directoriesKey}
      onSwitch={(next) =>
        rest("updateLdapDirectory", {
          params: { directoryId },
          body: fieldsOf(draftOf(directory), next),
        })
      }
      onOpen={onOpen}
    >
      <DirectoryTestForm directory={directory} />
    </WayCard>
  );
}
