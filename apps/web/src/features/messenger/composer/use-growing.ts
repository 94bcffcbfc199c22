import { useLayoutEffect, type RefObject } from "react";

function fit(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${String(field.scrollHeight)}px`;
}

/** The field grows with what is written. Most browsers do it by themselves; in the others it is measured. */
export function useGrowing(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
): void {
  useLayoutEffect(() => {
    if (field.current !== null && !CSS.supports("field-sizing", "content"))
      fit(field.current);
  }, [field, text]);
}
