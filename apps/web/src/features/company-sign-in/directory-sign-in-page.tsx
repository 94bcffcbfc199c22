import { useQuery } from "@tanstack/react-query";
import type { LdapDirectory } from "@veche/contracts";
import { iconSitemap } from "@veche/ui";
import { useState } from "react";
import { ItemListPage } from "../../platform/kit/item-list-page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { directoriesKey } from "./directories-key.ts";
import { DirectoryCard } from "./directory-card.tsx";
import { DirectoryForm } from "./directory-form.tsx";
import { RemoveDirectory } from "./remove-directory.tsx";
import type { WayPart } from "./way-card.tsx";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "new" }
  | { readonly kind: WayPart; readonly directory: LdapDirectory };

function Layer({
  open,
  onClose,
}: {
  readonly open: Open;
  readonly onClose: () => void;
}) {
  switch (open.kind) {
    case "nothing":
      return null;
    case "new":
      return <DirectoryForm directory={undefined} onClose={onClose} />;
    case "form":
      return <DirectoryForm directory={open.directory} onClose={onClose} />;
    case "remove":
      return <RemoveDirectory directory={open.directory} onClose={onClose} />;
  }
}

/** Directories of the company that people's passwords are shown to (B18). */
export function DirectorySignInPage() {
  const { t } = useTexts();
  const rest = useRest();
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const query = useQuery({
    queryKey: directoriesKey,
    queryFn: ({ signal }) => rest("listLdapDirectories", { signal }),
    select: ({ items }) => items,
  });
  return (
    <ItemListPage
      title={t("directory.title")}
      lead={t("directory.lead")}
      add={{
        label: t("directory.add"),
        onPress: () => setOpen({ kind: "new" }),
      }}
      empty={{
        icon: iconSitemap,
        title: t("directory.empty"),
        advice: t("directory.emptyAdvice"),
      }}
      query={query}
      draw={(directory) => (
        <DirectoryCard
          key={directory.id}
          directory={directory}
          onOpen={(kind) => setOpen({ kind, directory })}
        />
      )}
    >
      <Layer open={open} onClose={() => setOpen({ kind: "nothing" })} />
    </ItemListPage>
  );
}
