import { ActionIcon, Button, Tooltip } from "@mantine/core";
import type { PastCall } from "@veche/contracts";
import {
  iconPhone,
  iconPhoneIncoming,
  iconPhoneOff,
  iconPhoneOutgoing,
  iconVideo,
} from "@veche/ui";
import { useState, type ReactNode } from "react";
import { Avatar } from "../../platform/kit/avatar.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { resultWords } from "./call-words.ts";
import styles from "./my-calls.module.css";

const icons = {
  outgoing: iconPhoneOutgoing,
  incoming: iconPhoneIncoming,
  missed: iconPhoneIncoming,
  declined: iconPhoneOff,
} as const;

/** What may be done with a call of the list. */
export interface CallDoings {
  /** The title of a group; undefined for two, and where I am no member any more. */
  readonly titleOf: (call: PastCall) => string | undefined;
  /** A link to its conversation with these words; only the words where I am no member any more. */
  readonly linkTo: (call: PastCall, words: ReactNode) => ReactNode;
  /** Calls there again, or comes into the call that goes on; undefined: not now. */
  readonly callBack: ((call: PastCall) => Promise<void>) | undefined;
  readonly mayCall: (call: PastCall) => boolean;
}

function CallBack({
  call,
  name,
  callBack,
}: Pick<CallDoings, "callBack"> & {
  readonly call: PastCall;
  readonly name: string;
}) {
  const texts = useTexts();
  const [isAsked, setAsked] = useState(false);
  const press = () => {
    setAsked(true);
    callBack?.(call)
      .catch((failure: unknown) => notifyFailure(texts, failure))
      .finally(() => setAsked(false));
  };
  const { t } = texts;
  const common = {
    disabled: callBack === undefined,
    loading: isAsked,
    onClick: press,
  };
  if (call.endReason === null)
    return (
      <Button size="compact-md" {...common}>
        {t("group.join")}
      </Button>
    );
  const words = t(`myCalls.again.${call.media}`, { name });
  return (
    <Tooltip label={words}>
      <ActionIcon variant="light" size="lg" aria-label={words} {...common}>
        <Icon
          paths={call.media === "video" ? iconVideo : iconPhone}
          size={18}
        />
      </ActionIcon>
    </Tooltip>
  );
}

/** A call of mine: with whom, how it went, when, and the way back to it. */
export function CallRow({
  call,
  titleOf,
  linkTo,
  callBack,
  mayCall,
}: CallDoings & { readonly call: PastCall }) {
  const texts = useTexts();
  const { t, dateTime } = texts;
  const { direction, media, people } = call;
  const names = people.map(({ name }) => name).join(", ");
  const name = titleOf(call) ?? (names === "" ? t("myCalls.nobody") : names);
  const only = people.length === 1 ? people[0]?.principalId : undefined;
  const isMissed = direction === "missed";
  return (
    <li className={styles["row"]}>
      <Avatar
        name={name}
        personId={call.kind === "pair" ? only : undefined}
        size={36}
      />
      <span className={styles["words"]}>
        <span className={styles["name"]}>{linkTo(call, name)}</span>
        <span className={styles["detail"]} data-missed={isMissed}>
          <Icon paths={icons[direction]} size={16} />
          {[t(`myCalls.${direction}.${media}`), resultWords(texts, call)]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
        {call.kind === "group" && name !== names && (
          <span className={styles["people"]}>{names}</span>
        )}
      </span>
      <time className={styles["when"]} dateTime={call.startedAt}>
        {dateTime(call.startedAt)}
      </time>
      <span className={styles["again"]}>
        {mayCall(call) && (
          <CallBack call={call} name={name} callBack={callBack} />
        )}
      </span>
    </li>
  );
}
