import { everybodyId } from "./mentions.ts";

/**
 * What is unread of conversation `c` for member `me`: messages of others after `read_to`, and those of them that name
 * the reader. Counted from the log whenever it is asked, never kept, so it cannot drift.
 */
export const unreadColumns = `
  (SELECT count(*)::integer FROM conversation_events e
   WHERE e.conversation_id = c.id AND e.seq > me.read_to
     AND e.type = 'message.created' AND e.actor_id <> me.principal_id) AS "unreadCount",
  (SELECT count(DISTINCT n.seq)::integer FROM mentions n
   WHERE n.conversation_id = c.id AND n.seq > me.read_to AND n.author_id <> me.principal_id
     AND n.target_id IN (me.principal_id, '${everybodyId}')) AS "mentionCount"`;
