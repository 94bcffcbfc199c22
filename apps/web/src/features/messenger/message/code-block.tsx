import { iconCheck, iconCopy } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import styles from "./markdown.module.css";

const copiedForMs = 1800;

interface CodeBlockProps {
  readonly code: string;
  readonly language: string | null;
}

/** Code as it was written, with a button that copies it. */
export function CodeBlock({ code, language }: CodeBlockProps) {
  const texts = useTexts();
  const { powers } = useServices();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
      powers.after(copiedForMs, () => setCopied(false));
    } catch (failure) {
      notifyFailure(texts, failure);
    }
  };
  const name = texts.t(isCopied ? "msg.copied" : "msg.copyCode");
  return (
    <div className={styles["code"]}>
      <div className={styles["codeHead"]}>
        <span>{language}</span>
        <button
          type="button"
          onClick={() => void copy()}
          aria-label={name}
          title={name}
        >
          <Icon paths={isCopied ? iconCheck : iconCopy} size={15} />
        </button>
      </div>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </div>
  );
}
