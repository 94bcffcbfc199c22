/**
 * What is unread of conversation `c` for member `me`: messages of others after `read_to`. Counted from the log whenever
 * it is asked, never kept, so it cannot drift.
 */
export const unreadColumns = `
  (SELECT count(*)::integer FROM conversation_events e
   WHERE e.conversation_id = c.id AND e.seq > me.read_to
     AND e.type = 'message.created' AND e.actor_id <> me.principal_id) AS "unreadCount",
  0 AS "mentionCount"`;
