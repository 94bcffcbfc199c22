import { PeoplePage } from "../../features/people/people-page.tsx";
import { TagsPage } from "../../features/people/tags-page.tsx";
import { Guarded } from "../guarded.tsx";

export const PeopleRoute = () => (
  <Guarded path="/people">
    <PeoplePage />
  </Guarded>
);

export const TagsRoute = () => (
  <Guarded path="/people">
    <TagsPage />
  </Guarded>
);
