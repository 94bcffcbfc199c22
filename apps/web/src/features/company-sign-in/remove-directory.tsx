import type { LdapDirectory } from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { directoriesKey } from "./directories-key.ts";
import { RemoveWay } from "./remove-way.tsx";

export function RemoveDirectory({
  directory: { id: directoryId, name },
  onClose,
}: {
  readonly directory: LdapDirectory;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const rest = useRest();
  return (
    <RemoveWay
      name={name}
      advice={t("directory.removeAdvice")}
      said={t("directory.removed", { name })}
      remove={() => rest("deleteLdapDirectory", { params: { directoryId } })}
      queryKey={directoriesKey}
      onClose={onClose}
    />
  );
}
