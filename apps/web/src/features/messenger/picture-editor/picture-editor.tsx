import { Button, Modal, TextInput } from "@mantine/core";
import type { IconPaths } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import {
  iconBlur,
  iconBrush,
  iconCrop,
  iconDiagonal,
  iconResize,
  iconRotate,
  iconText,
  iconUndo,
} from "../icons.ts";
import { fileOf } from "./canvas-work.ts";
import { colours, tools, useEditing, type Tool } from "./use-editing.ts";
import styles from "./picture-editor.module.css";

interface PictureEditorProps {
  readonly url: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (file: File) => void;
}

const icons: Readonly<Record<Tool, IconPaths>> = {
  draw: iconBrush,
  arrow: iconDiagonal,
  text: iconText,
  blur: iconBlur,
  crop: iconCrop,
};

type Editing = ReturnType<typeof useEditing>;

function ToolBar({ editing }: { readonly editing: Editing }) {
  const { t } = useTexts();
  const { tool, setTool, colour, setColour, size } = editing;
  return (
    <div
      className={styles["tools"]}
      role="toolbar"
      aria-label={t("picture.tools")}
    >
      {tools.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={tool === one}
          aria-label={t(`picture.${one}`)}
          title={t(`picture.${one}`)}
          onClick={() => setTool(one)}
        >
          <Icon paths={icons[one]} />
        </button>
      ))}
      <button
        type="button"
        aria-label={t("picture.rotate")}
        title={t("picture.rotate")}
        onClick={editing.rotate}
      >
        <Icon paths={iconRotate} />
      </button>
      <button
        type="button"
        aria-label={t("picture.half")}
        title={t("picture.half")}
        disabled={size.width < 64}
        onClick={() => editing.resize(Math.round(size.width / 2))}
      >
        <Icon paths={iconResize} />
      </button>
      <button
        type="button"
        aria-label={t("picture.undo")}
        title={t("picture.undo")}
        disabled={editing.steps === 0}
        onClick={editing.undo}
      >
        <Icon paths={iconUndo} />
      </button>
      <span
        className={styles["colours"]}
        role="group"
        aria-label={t("picture.colour")}
      >
        {colours.map((one, index) => (
          <button
            key={one}
            type="button"
            aria-pressed={colour === one}
            aria-label={t("picture.colourOf", { index: index + 1 })}
            onClick={() => setColour(one)}
          >
            <span style={{ background: one }} />
          </button>
        ))}
      </span>
      <span
        className={styles["size"]}
      >{`${String(size.width)} × ${String(size.height)}`}</span>
    </div>
  );
}

/** Changes a picture before it is sent: lines, arrows, words, blurring, cropping, turning, making smaller. */
export function PictureEditor({
  url,
  name,
  onClose,
  onDone,
}: PictureEditorProps) {
  const texts = useTexts();
  const { t } = texts;
  const editing = useEditing(url);
  const { canvas, tool, words, setWords, handlers } = editing;
  const finish = async () => {
    if (canvas.current === null) return;
    try {
      onDone(await fileOf(canvas.current, name));
    } catch (failure) {
      notifyFailure(texts, failure);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("picture.title")}
      size="xl"
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <ToolBar editing={editing} />
      {tool === "text" && (
        <TextInput
          mt="xs"
          data-autofocus
          aria-label={t("picture.words")}
          placeholder={t("picture.words")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div className={styles["place"]}>
        <canvas
          ref={canvas}
          className={styles["canvas"]}
          aria-label={name}
          role="img"
          {...handlers}
        />
      </div>
      <div className={styles["foot"]}>
        <Button variant="default" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button onClick={() => void finish()}>{t("action.save")}</Button>
      </div>
    </Modal>
  );
}
