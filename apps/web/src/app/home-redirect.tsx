import { Navigate } from "@tanstack/react-router";
import { useMe } from "../platform/me.tsx";
import { homeFor } from "./sections.ts";

export function HomeRedirect() {
  return <Navigate to={homeFor(useMe().roles)} replace />;
}
