import { Button, TextInput } from "@mantine/core";
import type { IconPaths } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
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

function Colours({ editing }: { readonly editing: Editing }) {
  const { t } = useTexts();
  const { colour, setColour } = editing;
  return (
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
  );
}

interface PressProps {
  readonly name: "rotate" | "half" | "undo" | Tool;
  readonly icon: IconPaths;
  readonly onPress: () => void;
  readonly isOff?: boolean;
  /** Of a tool: is it in the hand? */
  readonly isHeld?: boolean;
}

function Press({ name, icon, onPress, isOff, isHeld }: PressProps) {
  const { t } = useTexts();
  return (
    <button
      type="button"
      aria-label={t(`picture.${name}`)}
      title={t(`picture.${name}`)}
      aria-pressed={isHeld}
      disabled={isOff}
      onClick={onPress}
    >
      <Icon paths={icon} />
    </button>
  );
}

function ToolBar({ editing }: { readonly editing: Editing }) {
  const { t } = useTexts();
  const { tool, setTool, size, rotate, resize, undo, steps } = editing;
  const { width, height } = size;
  return (
    <div
      className={styles["tools"]}
      role="toolbar"
      aria-label={t("picture.tools")}
    >
      {tools.map((one) => (
        <Press
          key={one}
          name={one}
          icon={icons[one]}
          isHeld={tool === one}
          onPress={() => setTool(one)}
        />
      ))}
      <Press name="rotate" icon={iconRotate} onPress={rotate} />
      <Press
        name="half"
        icon={iconResize}
        isOff={width < 64}
        onPress={() => resize(Math.round(width / 2))}
      />
      <Press name="undo" icon={iconUndo} isOff={steps === 0} onPress={undo} />
      <Colours editing={editing} />
      <span
        className={styles["size"]}
      >{`${String(width)} × ${String(height)}`}</span>
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
  const { canvas, setCanvas, tool, words, setWords, handlers } = editing;
  const finish = async () => {
    if (canvas === null) return;
    try {
      onDone(await fileOf(canvas, name));
    } catch (failure) {
      notifyFailure(texts, failure);
    }
  };
  return (
    <Dialog onClose={onClose} title={t("picture.title")} size="xl">
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
          ref={setCanvas}
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
    </Dialog>
  );
}
