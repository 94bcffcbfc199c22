import type { Tag } from "@veche/contracts";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useMe } from "../../platform/me.tsx";
import { PersonPicker } from "../../platform/people/person-picker.tsx";
import { MorePeople } from "../../platform/people/more-people.tsx";
import { usePeople } from "../../platform/people/use-people.ts";
import { useWhole } from "./use-whole.ts";
import { useRest } from "../../platform/services.tsx";
import { PersonRow } from "./person-row.tsx";
import { useChanging } from "./use-changing.ts";
import styles from "./directory.module.css";

interface TagPeopleProps {
  readonly tag: Tag;
  readonly onClose: () => void;
}

/** Who carry a tag; whoever may change it picks them. */
export function TagPeople({ tag, onClose }: TagPeopleProps) {
  const me = useMe();
  const rest = useRest();
  const changing = useChanging({});
  const query = usePeople({ text: "", tagId: tag.id });
  const mayChange = !tag.isShared || me.roles.includes("admin");
  useWhole(query, { isWanted: mayChange });
  return (
    <Dialog onClose={onClose} title={`#${tag.name}`}>
      <Loaded query={query}>
        {(items) =>
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
      {!mayChange && <MorePeople query={query} />}
    </Dialog>
  );
}
