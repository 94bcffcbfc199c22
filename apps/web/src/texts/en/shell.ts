import type { Catalogue } from "@veche/ui";

export const shellEn = {
  "state.loading": "Loading…",
  "failure.offline": "The server can't be reached.",
  "failure.offlineAdvice":
    "Check the network. We try again as soon as it's back.",
  "failure.reference": "Reference: {reference}",
  "failure.screen": "This screen couldn't be drawn.",
  "failure.screenAdvice":
    "Reload the page. If it repeats, tell the administrator what you did just before.",
  saved: "Saved",

  "rail.name": "Sections",
  "rail.desk": "Desk",
  "rail.history": "History",
  "rail.users": "Users",
  "rail.sites": "Sites",
  "rail.branding": "Look",
  "rail.audit": "Audit",
  "rail.profile": "Profile",
  "rail.signOut": "Sign out",
  "rail.skip": "Skip to the content",
  "page.notFound": "There is no such page.",
  "page.notFoundAdvice":
    "The address may be mistyped. Choose a section on the left.",
  "page.forbidden": "This section isn't open to you.",
  "page.forbiddenAdvice": "If you need it, ask an administrator for the role.",
  "page.home": "Go to my first page",

  "language.name": "Language",
  "scheme.name": "Appearance",
  "scheme.system": "As in the system",
  "scheme.light": "Light",
  "scheme.dark": "Dark",

  "signIn.lead": "Your workplace for customers' calls and chats.",
  "signIn.login": "Login",
  "signIn.password": "Password",
  "signIn.submit": "Sign in",
  "signIn.loginMissing": "Enter your login",
  "signIn.passwordMissing": "Enter your password",
  "signIn.lockedFor": "You can try again in {time}.",
  "signIn.ended": "Your session has ended. Sign in again.",

  "profile.title": "Profile",
  "profile.lead": "Your name here is what customers and colleagues see.",
  "profile.roles": "Roles",
  "profile.preferences": "Preferences",
  "profile.password": "Password",
  "profile.passwordLead":
    "At least 10 characters. All your other sessions will end.",
  "profile.currentPassword": "Present password",
  "profile.wrongPassword": "The present password is wrong",
  "profile.newPassword": "New password",
  "profile.repeatPassword": "New password once more",
  "profile.passwordsDiffer": "The two new passwords differ",
  "profile.passwordShort": "At least 10 characters",
  "profile.changePassword": "Change password",
  "profile.passwordChanged":
    "The password is changed. Other sessions have ended.",
  "profile.sessions": "Where you are signed in",
  "profile.thisSession": "This one",
  "profile.lastUsed": "Last used {when}",
  "profile.endSession": "End",
  "profile.endSessionOf": "End the session on {device}",
  "profile.sessionEnded": "The session has ended",

  "role.admin": "Administrator",
  "role.supervisor": "Supervisor",
  "role.operator": "Operator",
  "role.employee": "Employee",
} as const satisfies Catalogue;
