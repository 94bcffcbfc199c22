import type { Catalogue } from "@veche/ui";

export const directorySignInEn = {
  "rail.directorySignIn": "LDAP and AD",
  "directory.title": "LDAP and Active Directory",
  "directory.lead":
    "People sign in with the login and password of your company's directory. The password is shown to the directory and kept nowhere here.",
  "directory.add": "Add a directory",
  "directory.empty": "No directories yet",
  "directory.emptyAdvice":
    "You need the directory's address and an account that may look for people. Name its host in SIGN_IN_INNER_HOSTS first.",
  "directory.name": "Name",
  "directory.url": "Address",
  "directory.urlInvalid": "An address that begins with ldaps:// or ldap://",
  "directory.startsTls": "Encrypt with StartTLS",
  "directory.bindDn": "Account that looks for people (bind DN)",
  "directory.bindPassword": "Its password",
  "directory.passwordNeeded": "Another server needs the password again",
  "directory.people": "People",
  "directory.kind": "Fill in for",
  "directory.kind.active_directory": "Active Directory",
  "directory.kind.openldap": "OpenLDAP",
  "directory.base": "Where to look (base DN)",
  "directory.userFilter": "Filter, with “login” in braces for what is typed",
  "directory.filterInvalid":
    "A filter in brackets with “login” in braces in it",
  "directory.id": "Attribute that never changes",
  "directory.login": "Attribute with the login",
  "directory.personName": "Attribute with the name",
  "directory.email": "Attribute with the e-mail address",
  "directory.groupsAttribute": "Attribute with the groups",
  "directory.matchesEmail": "Match by e-mail",
  "directory.hasRoles": "Roles follow the groups",
  "directory.removed": "{name} was removed",
  "directory.removeAdvice":
    "Its passwords let nobody in any more, and the links between its people and accounts here are forgotten. People and their sessions stay.",
  "directory.testLogin": "Login to look for",
  "directory.found": "Found: {name}",
  "directory.problem.address_refused":
    "Name this host in SIGN_IN_INNER_HOSTS and restart the server.",
  "directory.problem.unreachable":
    "The directory does not answer. Check the address, the network and its certificate.",
  "directory.problem.no_tls":
    "The directory does not take StartTLS ({detail}).",
  "directory.problem.bind_refused":
    "The directory does not know this account, or the password is wrong.",
  "directory.problem.base_unknown": "There is nothing under this name.",
  "directory.problem.filter_refused":
    "The directory does not take this search ({detail}).",
  "directory.problem.nobody_found":
    "Nobody is found by {detail}, or several people are.",
} as const satisfies Catalogue;
