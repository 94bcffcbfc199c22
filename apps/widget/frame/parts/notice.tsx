import { iconAlertTriangle, iconInfoCircle } from "@veche/ui";
import type { ErrorCode } from "@veche/contracts";
import type { ComponentChildren } from "preact";
import { errorWords } from "../texts/error-words.ts";
import { Icon } from "./icon.tsx";
import { useTexts } from "./widget-context.ts";

/** A remark inside the panel: what happened and what to do. */
export function Notice(props: {
  readonly tone: "info" | "caution" | "danger";
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`notice ${props.tone}`}>
      <Icon
        paths={props.tone === "info" ? iconInfoCircle : iconAlertTriangle}
      />
      <div>{props.children}</div>
    </div>
  );
}

/** The text of a failure's code in the visitor's language. */
export function ErrorNotice({
  code,
  children,
}: {
  readonly code: ErrorCode;
  readonly children?: ComponentChildren;
}) {
  const { language } = useTexts();
  const { happened, advice } = errorWords(language, code);
  return (
    <Notice tone="danger">
      <p>
        <b>{happened}</b> {advice}
      </p>
      {children}
    </Notice>
  );
}
