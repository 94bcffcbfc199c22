import { Button } from "@mantine/core";
import { iconPlus, type IconPaths } from "@veche/ui";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state.tsx";
import { Icon } from "./icon.tsx";
import { Loaded } from "./loaded.tsx";
import { Page, Pane } from "./page.tsx";

interface ItemListPageProps<Item> {
  readonly title: string;
  readonly lead: string;
  readonly add: { readonly label: string; readonly onPress: () => void };
  /** Stands where there is no item yet. */
  readonly empty: {
    readonly icon: IconPaths;
    readonly title: string;
    readonly advice: string;
  };
  readonly query: Parameters<typeof Loaded<readonly Item[]>>[0]["query"];
  /** An item's card, with its key. */
  readonly draw: (item: Item) => ReactNode;
  /** What lies over the list. */
  readonly children: ReactNode;
}

/** The things an administrator keeps, a card each, and a button that adds one. */
export function ItemListPage<Item>(props: ItemListPageProps<Item>) {
  const { title, lead, add, empty, query, draw, children } = props;
  const button = (
    <Button
      leftSection={<Icon paths={iconPlus} size={18} />}
      onClick={add.onPress}
    >
      {add.label}
    </Button>
  );
  return (
    <Page title={title} lead={lead} actions={button}>
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
            <Pane>
              <EmptyState {...empty} />
            </Pane>
          ) : (
            items.map(draw)
          )
        }
      </Loaded>
      {children}
    </Page>
  );
}
