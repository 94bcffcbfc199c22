import type { CustomerRequest } from "@veche/contracts";
import { useState } from "preact/hooks";
import { adoptSheet } from "../look/adopt-sheet.ts";
import ratingCss from "../look/rating.css?inline";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { Stars } from "./stars.tsx";
import { ratingTexts } from "./texts.ts";
import { useRating } from "./use-rating.ts";

const dressed = new WeakSet<ShadowRoot>();

/** The sheet comes with the form, once. */
function dress(root: ShadowRoot): void {
  if (dressed.has(root)) return;
  dressed.add(root);
  adoptSheet(root, ratingCss);
}

function Questions({
  rating,
}: {
  readonly rating: ReturnType<typeof useRating>;
}) {
  const words = ratingTexts[useTexts().language];
  const { step, fields, isFailed } = rating;
  const hasTapped = fields.people !== null || fields.technology !== null;
  return (
    <>
      {(["people", "technology"] as const).map((part) => (
        <Stars
          key={part}
          legend={words[part]}
          scores={words.scores}
          value={fields[part]}
          onChoose={(score) => rating.tap(part, score)}
        />
      ))}
      {hasTapped ? (
        <textarea
          class="rating-comment"
          rows={2}
          maxLength={1000}
          aria-label={words.comment}
          placeholder={words.comment}
          value={fields.comment}
          onInput={({ currentTarget }) => rating.write(currentTarget.value)}
        />
      ) : null}
      {isFailed ? <p role="alert">{words.failed}</p> : null}
      <div class="rating-buttons">
        <button type="button" class="text-button" onClick={rating.finish}>
          {step === "kept" ? words.close : words.skip}
        </button>
        {hasTapped ? (
          <button
            type="button"
            class="button rating-send"
            onClick={rating.give}
          >
            {words.send}
          </button>
        ) : null}
      </div>
    </>
  );
}

/** Two taps and, if one likes, a word; asked once and easily passed over. */
export function RatingForm({ request }: { readonly request: CustomerRequest }) {
  const widget = useWidget();
  useState(() => dress(widget.host.root));
  const words = ratingTexts[useTexts().language];
  const rating = useRating(request);
  const { step, fields } = rating;
  const [isAsked] = useState(step !== "over");
  if (!isAsked) return null;
  if (step === "over" && fields.people === null && fields.technology === null)
    return null;
  return (
    <section class="rating" aria-label={words.title}>
      <p class="rating-thanks" role="status">
        {step === "asking" ? words.title : words.thanks}
      </p>
      {step === "over" ? null : <Questions rating={rating} />}
    </section>
  );
}
