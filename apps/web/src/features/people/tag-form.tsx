import { Switch, TextInput } from "@mantine/core";
import type { Tag } from "@veche/contracts";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useMe } from "../../platform/me.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useChanging } from "./use-changing.ts";

interface TagFormProps {
  /** Undefined: a new one. */
  readonly tag: Tag | undefined;
  readonly onClose: () => void;
}

const wellNamed = /^[\p{L}\p{N}_-]{1,40}$/u;

function useSending({ tag, onClose }: TagFormProps) {
  const rest = useRest();
  const { t } = useTexts();
  const changing = useChanging({ onDone: onClose, done: t("saved") });
  const send = (body: { readonly name: string; readonly isShared: boolean }) =>
    changing.mutate(() =>
      tag === undefined
        ? rest("createTag", { body: { ...body, userIds: [] } })
        : rest("renameTag", {
            params: { tagId: tag.id },
            body: { name: body.name },
          }),
    );
  return { send, isBusy: changing.isPending };
}

/** The name of a tag, and of a new one whether it is everybody's. */
export function TagForm({ tag, onClose }: TagFormProps) {
  const { t } = useTexts();
  const me = useMe();
  const [typed, setTyped] = useState(tag?.name ?? "");
  const [isShared, setShared] = useState(false);
  const [isTried, setTried] = useState(false);
  const { send, isBusy } = useSending({ tag, onClose });
  const name = typed.trim().replace(/^#/, "");
  const isFit = wellNamed.test(name);
  return (
    <DialogForm
      onClose={onClose}
      title={tag === undefined ? t("tags.add") : t("tags.rename", tag)}
      isBusy={isBusy}
      onSubmit={() => {
        setTried(true);
        if (isFit) send({ name, isShared });
      }}
    >
      <TextInput
        data-autofocus
        label={t("tags.name")}
        description={t("tags.nameHint")}
        error={isTried && !isFit ? t("tags.nameInvalid") : undefined}
        maxLength={41}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {tag === undefined && me.roles.includes("admin") && (
        <Switch
          label={t("tags.makeShared")}
          description={t("tags.makeSharedHint")}
          checked={isShared}
          onChange={({ currentTarget }) => setShared(currentTarget.checked)}
        />
      )}
    </DialogForm>
  );
}
