import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Widget } from "../session/widget.ts";
import type { WidgetTranslator } from "../texts/translator.ts";
import { useReadable } from "./use-readable.ts";

export const WidgetContext = createContext<Widget | null>(null);

/** The running widget; every component stands below its provider. */
export function useWidget(): Widget {
  const widget = useContext(WidgetContext);
  if (widget === null)
    throw new Error("a component was drawn outside the widget");
  return widget;
}

export const useTexts = (): WidgetTranslator => useReadable(useWidget().texts);
