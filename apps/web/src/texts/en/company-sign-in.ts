import type { Catalogue } from "@veche/ui";

export const companySignInEn = {
  "rail.companySignIn": "Company sign-in",
  "company.title": "Company sign-in",
  "company.lead":
    "People sign in with the account they already have at your company: Keycloak, AD FS, Microsoft Entra ID or any other OpenID Connect provider.",
  "company.add": "Add a provider",
  "company.create": "Add",
  "company.empty": "No providers yet",
  "company.emptyAdvice":
    "Register this installation at your provider with the address below, then enter here what it gives you.",
  "company.addresses": "Addresses for the provider",
  "company.returnAddress": "Redirect URI",
  "company.leaveAddress": "Post-logout redirect URI",
  "company.name": "Name",
  "company.nameHint": "Stands on the button of the sign-in page.",
  "company.issuer": "Issuer",
  "company.issuerHint":
    "As the provider calls itself. Inner hosts must be named in SIGN_IN_INNER_HOSTS.",
  "company.issuerInvalid": "An address that begins with https://",
  "company.clientId": "Client ID",
  "company.clientIdHint": "Given by the provider.",
  "company.clientSecret": "Client secret",
  "company.secretHint":
    "Kept encrypted and never shown again. Leave it empty for a public client.",
  "company.secretKept": "There is one. Leave this empty to keep it.",
  "company.secretNeeded": "Another issuer needs its own secret",
  "company.scopes": "Scopes",
  "company.scopesHint": "Separated by spaces; openid is needed.",
  "company.openidNeeded": "openid is missing",
  "company.needed": "Fill this in",
  "company.claims": "Which claims describe a person",
  "company.login": "Claim with the login",
  "company.personName": "Claim with the name",
  "company.email": "Claim with the e-mail address",
  "company.matches": "First sign-in of somebody who has an account here",
  "company.matches.nothing": "Existing accounts stay closed",
  "company.matches.login": "Match by login",
  "company.matches.verified_email": "Match by verified e-mail",
  "company.matches.nothing.hint":
    "The safe choice where people can choose their login at the provider.",
  "company.matches.login.hint":
    "Only where the company gives out the logins there.",
  "company.matches.verified_email.hint":
    "Only addresses that the provider has verified count.",
  "company.createsPeople": "Creates accounts for new people",
  "company.endsSession": "Signing out ends the session at the provider too",
  "company.endsSessionHint": "Where the provider offers it.",
  "company.roles": "Roles",
  "company.hasRoles": "Roles follow the provider",
  "company.hasRolesHint":
    "At every sign-in roles are set by the rules below; those given here by hand are replaced. Everybody stays an employee.",
  "company.rolesClaim": "Claim with groups or roles",
  "company.rolesClaimHint": "Nested ones with a dot: realm_access.roles.",
  "company.ruleValue": "Value",
  "company.ruleRole": "Role",
  "company.ruleAdd": "Add a rule",
  "company.ruleRemove": "Remove the rule {value}",
  "company.on": "On",
  "company.off": "Off",
  "company.isOnOf": "{name} is on",
  "company.edit": "Change",
  "company.remove": "Remove",
  "company.removed": "{name} was removed",
  "company.removeQuestion": "Remove {name}?",
  "company.removeAdvice":
    "Nobody signs in through it any more, and the links between its accounts and those here are forgotten. People and their sessions stay.",
  "company.test": "Test",
  "company.testFine": "Everything answers as it should",
  "company.problem.address_refused":
    "This address may not be asked. If it is inside your network, name its host in SIGN_IN_INNER_HOSTS.",
  "company.problem.unreachable":
    "The provider does not answer. Check the address, the network and its certificate.",
  "company.problem.no_discovery":
    "Nothing about OpenID Connect is told under this address.",
  "company.problem.issuer_mismatch":
    "The provider calls itself {detail}. Enter exactly that.",
  "company.problem.no_code_flow":
    "The provider does not offer the authorization code flow.",
  "company.problem.keys_unreadable":
    "The keys of the provider can't be read: {detail}",
  "company.problem.client_refused":
    "The provider does not know this client, or the secret is wrong ({detail}).",
  "company.problem.scope_unknown": "The provider does not know {detail}.",
  "signInRules.company": "Only through the company",
  "signInRules.companyLead":
    "Passwords and passkeys let nobody in any more but the emergency administrator, for the day the provider is down.",
  "signInRules.companyNone":
    "Add a provider first, and sign in through it once.",
  "signInRules.emergency": "Emergency administrator",
} as const satisfies Catalogue;
