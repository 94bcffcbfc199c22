import type { ESLint } from "eslint";
import { disableNeedsReason } from "./disable-needs-reason.ts";
import { fileName } from "./file-name.ts";
import { noBooleanParameter } from "./no-boolean-parameter.ts";
import { powersPassedIn } from "./powers-passed-in.ts";
import { reasonBesideAssertion } from "./reason-beside-assertion.ts";

/** The product's own lint rules; each names the decision it keeps. */
export const veche = {
  rules: {
    "disable-needs-reason": disableNeedsReason,
    "file-name": fileName,
    "no-boolean-parameter": noBooleanParameter,
    "powers-passed-in": powersPassedIn,
    "reason-beside-assertion": reasonBesideAssertion,
  },
} satisfies ESLint.Plugin;
