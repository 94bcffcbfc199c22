import type { ComponentChild } from "preact";

const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/;

/** Text with its web addresses as links; everything else stays text, never markup. */
export function linkedText(body: string): readonly ComponentChild[] {
  return body.split(address).map((part, index) =>
    // `split` with one group puts every match at an odd place.
    index % 2 === 1 ? (
      <a
        key={index}
        href={part}
        target="_blank"
        rel="noopener noreferrer nofollow"
      >
        {part}
      </a>
    ) : (
      part
    ),
  );
}
