import type { Mention } from "@veche/contracts";
import { createContext, type ReactNode } from "react";
import styles from "./markdown.module.css";

export type DrawMention = (mention: Mention, words: string) => ReactNode;

/** How mentions are drawn differs by place: in a conversation they lead somewhere. */
export const MentionContext = createContext<DrawMention>((_, words) => (
  <span className={styles["mention"]}>{words}</span>
));
