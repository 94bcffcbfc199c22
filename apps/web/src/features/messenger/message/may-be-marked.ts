/**
 * Could Markdown make something of a text: a mark, a list, a link? Most of what people write is plain, and is drawn
 * without being read as Markdown. A yes may be wrong; a no never is.
 */
export const mayBeMarked = (text: string): boolean =>
  /[*_~`|[\]\\<>#&]|:\/\/|\S@\S|[\p{L}\p{N}][.][\p{L}\p{N}]|^\s*(?:[-+]|\d+[.)])(?:\s|$)|^ {4}|^ *\t|^\s*(?:-{2}|=)| {2}$/mu.test(
    text,
  );
