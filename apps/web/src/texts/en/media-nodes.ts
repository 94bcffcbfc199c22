export const mediaNodesEn = {
  "rail.mediaNodes": "Media servers",
  "mediaNodes.title": "Media servers",
  "mediaNodes.lead":
    "Calls of three and more go through them. A new call goes to the one with the fewest participants.",
  "mediaNodes.name": "Server",
  "mediaNodes.state": "State",
  "mediaNodes.rooms": "Calls",
  "mediaNodes.seats": "Participants",
  "mediaNodes.newRooms": "New calls",
  "mediaNodes.own": "Inside this server",
  "mediaNodes.up": "Works",
  "mediaNodes.down": "Doesn’t answer",
  "mediaNodes.takesRooms": "Takes new calls",
  "mediaNodes.takesRoomsAt": "{name} takes new calls",
  "mediaNodes.last": "Can't be switched off: no other takes calls.",
  "mediaNodes.fault.session_timeout":
    "Set session_timeout = 0 in its janus.jcfg.",
  "mediaNodes.fault.room_key":
    "Its admin_key is not the roomKey of the settings, or string_ids is off.",
  "mediaNodes.none": "There is no media server",
  "mediaNodes.noneAdvice":
    "Calls are for two until Janus is installed. “npm run doctor” says how.",
} as const;
