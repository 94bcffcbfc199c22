import { Button } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";
import type { PeopleQuery } from "./use-people.ts";

/** Below a list of people that goes on. */
export function MorePeople({ query }: { readonly query: PeopleQuery }) {
  const { t } = useTexts();
  if (!query.hasNextPage) return null;
  return (
    <Button
      variant="default"
      size="compact-md"
      m="sm"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t("people.more")}
    </Button>
  );
}
