import { Button, Group, Text } from "@mantine/core";
import { useCallback, useRef, useState, type RefObject } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { CallDialog } from "../recording/call-dialog.tsx";

interface CallQuestionProps {
  readonly title: string;
  /** What it means for those it is done to. */
  readonly advice: string;
  /** The button that does it. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asked once more, in the call's own window, before somebody loses the call. */
export function CallQuestion(props: CallQuestionProps) {
  const { title, advice, yes, onYes, onClose } = props;
  const { t } = useTexts();
  return (
    <CallDialog title={title} onClose={onClose}>
      <Text component="div" size="sm">
        {advice}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button
          color="red"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </Button>
      </Group>
    </CallDialog>
  );
}

interface Asking {
  readonly isAsked: boolean;
  readonly ask: () => void;
  readonly close: () => void;
  /** The button that the question came from: the focus goes back to it. */
  readonly asker: RefObject<HTMLButtonElement | null>;
}

/** A question that is asked from a button. */
export function useAsking(): Asking {
  const [isAsked, setAsked] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const ask = useCallback(() => setAsked(true), []);
  const close = useCallback(() => {
    setAsked(false);
    asker.current?.focus();
  }, []);
  return { isAsked, ask, close, asker };
}
