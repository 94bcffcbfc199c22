import { Autocomplete } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PersonCard, Tag, UserId } from "@veche/contracts";
import { iconX } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useMe } from "../../platform/me.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { peopleKey, personKey, tagsKey } from "./keys.ts";
import { useTags } from "./use-tags.ts";
import styles from "./people.module.css";

type Change =
  | { readonly kind: "add"; readonly name: string }
  | { readonly kind: "remove"; readonly tag: Tag };

/** As it is typed: with its sign or without, spaces stand for nothing. */
const tagNameOf = (typed: string): string =>
  typed.trim().replace(/^#/, "").replaceAll(/\s+/g, "_");

/** Gives the person a tag, a new one of my own where nobody has it yet, or takes one away. */
function useTagging(card: PersonCard, known: readonly Tag[]) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  const carry = (
    { id: tagId }: Tag,
    change: { readonly add?: UserId[]; readonly remove?: UserId[] },
  ) =>
    rest("changeTagPeople", {
      params: { tagId },
      body: { add: [], remove: [], ...change },
    });
  return useMutation({
    mutationFn: (change: Change) => {
      if (change.kind === "remove")
        return carry(change.tag, { remove: [card.id] });
      const found = known.find(
        ({ name }) => name.toLowerCase() === change.name.toLowerCase(),
      );
      if (found !== undefined) return carry(found, { add: [card.id] });
      const { name } = change;
      return rest("createTag", {
        body: { name, isShared: false, userIds: [card.id] },
      });
    },
    onSuccess: () =>
      Promise.all(
        [personKey(card.id), tagsKey, peopleKey].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
    onError: (failure) => notifyFailure(texts, failure),
  });
}

function TagChip({
  tag,
  onRemove,
}: {
  readonly tag: Tag;
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useTexts();
  return (
    <li className={styles["tag"]} data-shared={tag.isShared}>
      <span title={t(tag.isShared ? "tags.shared" : "tags.own")}>
        #{tag.name}
      </span>
      {onRemove !== undefined && (
        <button
          type="button"
          aria-label={t("tags.takeAway", { name: tag.name })}
          onClick={onRemove}
        >
          <Icon paths={iconX} size={12} />
        </button>
      )}
    </li>
  );
}

interface AddTagProps {
  readonly names: readonly string[];
  readonly onAdd: (name: string) => void;
}

function AddTag({ names, onAdd }: AddTagProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState("");
  const add = (text: string) => {
    const name = tagNameOf(text);
    if (name !== "") onAdd(name);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add(typed);
      }}
    >
      <Autocomplete
        size="sm"
        aria-label={t("tags.give")}
        placeholder={t("tags.give")}
        maxLength={41}
        data={[...new Set(names)]}
        value={typed}
        onChange={setTyped}
        onOptionSubmit={add}
      />
    </form>
  );
}

/** The tags of a person that I see, with those I may change (C11, C20). */
export function PersonTags({ card }: { readonly card: PersonCard }) {
  const { t } = useTexts();
  const me = useMe();
  const query = useTags();
  const mayChange = ({ isShared }: Tag) =>
    !isShared || me.roles.includes("admin");
  const usable = (query.data?.items ?? []).filter(mayChange);
  const carried = card.tags.map(({ id }) => id);
  const tagging = useTagging(card, usable);
  const takeAway = (tag: Tag) =>
    mayChange(tag) ? () => tagging.mutate({ kind: "remove", tag }) : undefined;
  return (
    <section aria-label={t("person.tags")}>
      <h3 className={styles["part"]}>{t("person.tags")}</h3>
      <ul className={styles["tags"]}>
        {card.tags.map((tag) => (
          <TagChip key={tag.id} tag={tag} onRemove={takeAway(tag)} />
        ))}
      </ul>
      <AddTag
        // Empty again when a tag was given.
        key={carried.join(" ")}
        names={usable
          .filter(({ id }) => !carried.includes(id))
          .map(({ name }) => name)}
        onAdd={(name) => tagging.mutate({ kind: "add", name })}
      />
    </section>
  );
}
