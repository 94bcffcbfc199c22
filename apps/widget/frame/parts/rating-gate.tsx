import type { CustomerRequest } from "@veche/contracts";
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useReadable } from "./use-readable.ts";
import { useWidget } from "./widget-context.ts";

type Form = FunctionComponent<{ readonly request: CustomerRequest }>;

/** After a session asks how it was; what asks is fetched then. Where it can't be had nothing is asked. */
export function RatingGate() {
  const request = useReadable(useWidget().requests.current);
  const [part, setPart] = useState<{ readonly RatingForm: Form }>();
  const isOver = request?.endReason === "completed";
  useEffect(() => {
    if (isOver)
      import("../rating/rating-form.tsx").then(setPart, () => undefined);
  }, [isOver]);
  return isOver && part ? (
    <part.RatingForm key={request.id} request={request} />
  ) : null;
}
