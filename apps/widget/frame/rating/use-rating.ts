import type { CustomerRequest, RatingFields } from "@veche/contracts";
import { useState } from "preact/hooks";
import { useWidget } from "../parts/widget-context.ts";

type Step = "asking" | "kept" | "over";

/** What was asked of lately, kept by the site's tabs together: a session is asked about once. */
const askedKey = (siteKey: string): string => `veche:${siteKey}:rated`;

/** One customer's rating of one session, tap by tap. */
export function useRating({ id: requestId }: CustomerRequest) {
  const { host, send } = useWidget();
  const key = askedKey(host.siteKey);
  const [step, setStep] = useState<Step>(
    host.shared.read(key) === requestId ? "over" : "asking",
  );
  const [fields, setFields] = useState<RatingFields>({
    ...{ people: null, technology: null, comment: "" },
  });
  const [isFailed, setFailed] = useState(false);
  const finish = () => {
    host.shared.write(key, requestId);
    setStep("over");
  };
  const give = async (wanted: RatingFields, next: Step) => {
    setFailed(false);
    try {
      await send("rating.give", { requestId, ...wanted });
      if (next === "over") finish();
      setStep(next);
    } catch {
      setFailed(true);
    }
  };
  return {
    ...{ step, fields, isFailed, finish },
    /** The second of the two taps sends both. */
    tap(part: "people" | "technology", score: number) {
      const wanted = { ...fields, [part]: score };
      setFields(wanted);
      if (wanted.people !== null && wanted.technology !== null)
        void give(wanted, "kept");
    },
    write: (comment: string) => setFields({ ...fields, comment }),
    give: () => void give(fields, "over"),
  };
}
