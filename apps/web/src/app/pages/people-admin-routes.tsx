import { CompanySignInPage } from "../../features/company-sign-in/company-sign-in-page.tsx";
import { DepartmentsPage } from "../../features/people/departments-page.tsx";
import { DirectorySignInPage } from "../../features/company-sign-in/directory-sign-in-page.tsx";
import { ImportPage } from "../../features/people-import/import-page.tsx";
import { ProvisioningPage } from "../../features/provisioning/provisioning-page.tsx";
import { SignInRulesPage } from "../../features/sign-in-rules/sign-in-rules-page.tsx";
import { Guarded } from "../guarded.tsx";

export const DepartmentsRoute = () => (
  <Guarded path="/departments">
    <DepartmentsPage />
  </Guarded>
);

export const ImportRoute = () => (
  <Guarded path="/import">
    <ImportPage />
  </Guarded>
);

export const ProvisioningRoute = () => (
  <Guarded path="/provisioning">
    <ProvisioningPage />
  </Guarded>
);

export const SignInRulesRoute = () => (
  <Guarded path="/entry">
    <SignInRulesPage />
  </Guarded>
);

export const CompanySignInRoute = () => (
  <Guarded path="/company-sign-in">
    <CompanySignInPage />
  </Guarded>
);

export const DirectorySignInRoute = () => (
  <Guarded path="/directory-sign-in">
    <DirectorySignInPage />
  </Guarded>
);
