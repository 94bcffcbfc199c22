import { Button, Switch } from "@mantine/core";
import {
  useMutation,
  useQueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { iconPencil, iconTrash } from "@veche/ui";
import type { ReactNode } from "react";
import { Chip } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { ItemCard } from "../../platform/kit/item-card.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./company-sign-in.module.css";

/** What an administrator may open from the card of a way in. */
export type WayPart = "form" | "remove";

/** A provider or a directory, by what both have. */
interface Way {
  readonly name: string;
  readonly isOff: boolean;
}

interface OnSwitchProps {
  readonly way: Way;
  readonly queryKey: QueryKey;
  readonly onSwitch: (next: Pick<Way, "isOff">) => Promise<unknown>;
}

function OnSwitch({ way, queryKey, onSwitch }: OnSwitchProps) {
  const texts = useTexts();
  const queries = useQueryClient();
  const switching = useMutation({
    mutationFn: onSwitch,
    onSettled: () => queries.invalidateQueries({ queryKey }),
    onError: (failure) => notifyFailure(texts, failure),
  });
  const { name, isOff } = way;
  return (
    <Switch
      aria-label={texts.t("company.isOnOf", { name })}
      label={texts.t(isOff ? "company.off" : "company.on")}
      checked={!isOff}
      disabled={switching.isPending}
      onChange={(event) =>
        switching.mutate({ isOff: !event.currentTarget.checked })
      }
    />
  );
}

interface WayCardProps extends OnSwitchProps {
  readonly address: string;
  /** What is true of it, in a word or two each. */
  readonly traits: readonly string[];
  readonly onOpen: (part: WayPart) => void;
  /** How it is tried. */
  readonly children: ReactNode;
}

/** One of the company's ways in, as the administrator sees it. */
export function WayCard({
  address,
  traits,
  onOpen,
  children,
  ...switched
}: WayCardProps) {
  const { t } = useTexts();
  return (
    <ItemCard
      name={switched.way.name}
      detail={<code className={styles["address"]}>{address}</code>}
      actions={<OnSwitch {...switched} />}
    >
      <div className={styles["row"]}>
        {traits.map((words) => (
          <Chip key={words}>{words}</Chip>
        ))}
      </div>
      {children}
      <div className={styles["row"]}>
        <Button
          variant="default"
          leftSection={<Icon paths={iconPencil} size={16} />}
          onClick={() => onOpen("form")}
        >
          {t("company.edit")}
        </Button>
        <Button
          variant="subtle"
          color="red"
          leftSection={<Icon paths={iconTrash} size={16} />}
          onClick={() => onOpen("remove")}
        >
          {t("company.remove")}
        </Button>
      </div>
    </ItemCard>
  );
}
