/**
 * Which server module may use which, through its face. Changing this list is a decision
 * (docs/decisions/0013-arrows-point-down.md).
 * @type {Readonly<Record<string, readonly string[]>>}
 */
module.exports.arrows = {
  identity: [],
  "sign-in": ["identity"],
  workspace: [],
  audit: [],
  media: [],
  "media-nodes": ["media"],
  directory: ["identity"],
  files: [],
  chats: ["identity"],
  messages: ["chats", "files"],
  search: ["chats", "directory"],
  objects: ["chats"],
  notifications: ["identity", "chats"],
  privacy: ["identity", "chats", "messages"],
  conferences: ["identity", "chats"],
  guests: ["chats", "conferences"],
  customers: ["identity", "workspace", "chats"],
  calls: ["identity", "chats", "media"],
  monitoring: ["calls"],
  "security-check": ["audit", "identity", "media", "sign-in"],
  recordings: ["identity", "chats", "calls", "media"],
  webhooks: [],
  ratings: ["identity", "chats"],
  bi: ["contact-centre"],
  "contact-centre": ["identity", "customers", "chats", "messages", "calls"],
};
