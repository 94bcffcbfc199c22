import { AuditPage } from "../../features/audit/audit-page.tsx";
import { BrandingPage } from "../../features/branding/branding-page.tsx";
import { PrivacyPage } from "../../features/privacy/privacy-page.tsx";
import { SitesPage } from "../../features/sites/sites-page.tsx";
import { UsersPage } from "../../features/users/users-page.tsx";
import { Guarded } from "../guarded.tsx";

export const UsersRoute = () => (
  <Guarded path="/users">
    <UsersPage />
  </Guarded>
);

export const SitesRoute = () => (
  <Guarded path="/sites">
    <SitesPage />
  </Guarded>
);

export const BrandingRoute = () => (
  <Guarded path="/branding">
    <BrandingPage />
  </Guarded>
);

export const PrivacyRoute = () => (
  <Guarded path="/privacy">
    <PrivacyPage />
  </Guarded>
);

export const AuditRoute = () => (
  <Guarded path="/audit">
    <AuditPage />
  </Guarded>
);
