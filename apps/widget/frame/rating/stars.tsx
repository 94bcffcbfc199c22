const star =
  "M12 17.75l-6.17 3.24l1.18 -6.87l-5 -4.87l6.9 -1l3.09 -6.25l3.09 6.25l6.9 1l-5 4.87l1.18 6.87z";

interface StarsProps {
  readonly legend: string;
  /** What each of the five says. */
  readonly scores: readonly string[];
  readonly value: number | null;
  readonly onChoose: (score: number) => void;
}

/** One tap of five. */
export function Stars({ legend, scores, value, onChoose }: StarsProps) {
  return (
    <fieldset class="stars">
      <legend>{legend}</legend>
      {scores.map((words, index) => {
        const score = index + 1;
        return (
          <button
            key={score}
            type="button"
            class={`star ${score <= (value ?? 0) ? "lit" : ""}`}
            aria-label={`${String(score)} — ${words}`}
            title={words}
            aria-pressed={score === value}
            onClick={() => onChoose(score)}
          >
            <svg width="30" height="30" viewBox="0 0 24 24" aria-hidden="true">
              <path d={star} />
            </svg>
          </button>
        );
      })}
    </fieldset>
  );
}
