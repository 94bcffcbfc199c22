import { CannedAnswersPage } from "../../features/canned-answers/answers-page.tsx";
import { Guarded } from "../guarded.tsx";

export const CannedAnswersRoute = () => (
  <Guarded path="/canned-answers">
    <CannedAnswersPage />
  </Guarded>
);
