export const directoriesKey = ["ldap-directories"] as const;
