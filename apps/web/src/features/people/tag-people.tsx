import { useQuery } from "@tanstack/react-query";
import type { Tag } from "@veche/contracts";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useMe } from "../../platform/me.tsx";
import { PersonPicker } from "../../platform/people/person-picker.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { peopleKey } from "./keys.ts";
import { PersonRow } from "./person-row.tsx";
import { useChanging } from "./use-changing.ts";
import styles from "./directory.module.css";

interface TagPeopleProps {
  readonly tag: Tag;
  readonly onClose: () => void;
}

const shownAtMost = 100;

/** Who carry a tag; whoever may change it picks them. */
export function TagPeople({ tag, onClose }: TagPeopleProps) {
  const { t } = useTexts();
  const me = useMe();
  const rest = useRest();
  const changing = useChanging({});
  const query = useQuery({
    queryKey: [...peopleKey, "tag", tag.id],
    queryFn: () =>
      rest("findPeople", { query: { tagId: tag.id, limit: shownAtMost } }),
  });
  const mayChange = !tag.isShared || me.roles.includes("admin");
  return (
    <Dialog onClose={onClose} title={`#${tag.name}`}>
      <Loaded query={query}>
        {({ items }) =>
          mayChange ? (
            <PersonPicker
              chosen={items.map(({ id }) => id)}
              onToggle={({ id }) => {
                const isCarrier = items.some((one) => one.id === id);
                changing.mutate(() =>
                  rest("changeTagPeople", {
                    params: { tagId: tag.id },
                    body: isCarrier
                      ? { add: [], remove: [id] }
                      : { add: [id], remove: [] },
                  }),
                );
              }}
            />
          ) : (
            <ul className={styles["rows"]}>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {(query.data?.items.length ?? 0) === shownAtMost && (
        <p className={styles["more"]}>{t("people.firstOnly")}</p>
      )}
    </Dialog>
  );
}
