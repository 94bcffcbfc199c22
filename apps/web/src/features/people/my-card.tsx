import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PersonCard } from "@veche/contracts";
import { useState } from "react";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useMe } from "../../platform/me.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { HoursField } from "../../platform/people/hours-field.tsx";
import { HoursNote } from "../../platform/people/hours-note.tsx";
import { personKey } from "./keys.ts";
import { PhotoField, type SendPhoto } from "./photo-field.tsx";
import { isWorkable } from "../../platform/people/working-week.ts";
import { ZoneField } from "../../platform/people/zone-field.tsx";
import styles from "./people.module.css";

const draftOf = ({ phone, workingHours, timeZone }: PersonCard) => ({
  phone: phone ?? "",
  workingHours: workingHours ?? [],
  timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
});

function useSaving() {
  const texts = useTexts();
  const me = useMe();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: ReturnType<typeof draftOf>) =>
      rest("updateMyCard", {
        body: {
          phone: draft.phone.trim() === "" ? null : draft.phone.trim(),
          workingHours:
            draft.workingHours.length === 0 ? null : [...draft.workingHours],
          timeZone: draft.timeZone,
        },
      }),
    onSuccess: (card) => {
      queries.setQueryData(personKey(me.id), card);
      notifyDone(texts, texts.t("saved"));
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

function Fields({ card }: { readonly card: PersonCard }) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(() => draftOf(card));
  const change = (part: Partial<typeof draft>) =>
    setDraft((present) => ({ ...present, ...part }));
  const saving = useSaving();
  const isFit = isWorkable(draft.workingHours);
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) saving.mutate(draft);
      }}
    >
      <div className={styles["pair"]}>
        <TextInput
          label={t("person.phone")}
          type="tel"
          autoComplete="tel"
          maxLength={40}
          value={draft.phone}
          onChange={({ currentTarget }) =>
            change({ phone: currentTarget.value })
          }
        />
        <ZoneField
          value={draft.timeZone}
          onChange={(timeZone) =>
            change({ timeZone: timeZone ?? draftOf(card).timeZone })
          }
        />
      </div>
      <HoursField
        legend={t("person.hours")}
        hours={draft.workingHours}
        onChange={(workingHours) => change({ workingHours })}
      />
      <HoursNote hours={draft.workingHours} />
      <p className={styles["quiet"]}>{t("person.adminKeeps")}</p>
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t("action.save")}
        </Button>
      </div>
    </form>
  );
}

/** What I keep of my card myself: photo, phone, hours, time zone. */
export function MyCard({ sendPhoto }: { readonly sendPhoto: SendPhoto }) {
  const me = useMe();
  const rest = useRest();
  const query = useQuery({
    queryKey: personKey(me.id),
    queryFn: () => rest("getPerson", { params: { userId: me.id } }),
  });
  return (
    <div className={styles["myCard"]}>
      <PhotoField send={sendPhoto} />
      <Loaded query={query}>{(card) => <Fields card={card} />}</Loaded>
    </div>
  );
}
