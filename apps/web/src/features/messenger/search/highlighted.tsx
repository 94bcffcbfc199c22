import type { Highlight } from "@veche/contracts";
import { Fragment } from "react";

/** A text with what matched in it marked. */
export function Highlighted({
  text,
  highlights,
}: {
  readonly text: string;
  readonly highlights: readonly Highlight[];
}) {
  const ends = [0, ...highlights.map(({ to }) => to)];
  return (
    <>
      {highlights.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(ends[index], from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
