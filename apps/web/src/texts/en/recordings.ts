import type { Catalogue } from "@veche/ui";

export const recordingsEn = {
  // Short: the rail is narrow.
  "rail.recordings": "Recorded",
  "recordings.title": "Recordings",
  "recordings.one": "Recording",
  "recordings.lead":
    "Recorded calls you were in. Supervisors and administrators see all. Each viewing is noted in the audit trail.",
  "recordings.back": "All recordings",
  "recordings.person": "Participant's name",
  "recordings.conversation": "Conversation",
  "recordings.anyConversation": "Any",
  "recordings.until": "Begun not later than",
  "recordings.more": "Show more",
  "recordings.nothing": "Nothing fits",
  "recordings.nothingAdvice": "Change or clear the filters.",
  "recordings.none": "No recordings yet",
  "recordings.noneAdvice":
    'Press "Record the call" in a call: the recording appears here when it ends.',
  "recordings.when": "When",
  "recordings.what": "Where",
  "recordings.who": "Participants",
  "recordings.lasts": "Length",
  "recordings.state": "State",
  "recordings.by": "Recorded by {name}",
  "recordings.held": "On hold",
  "recordings.keptUntil": "Kept until {date}",
  "recordings.state.recording": "Being recorded",
  "recordings.state.preparing": "Being prepared",
  "recordings.state.playable": "Ready to watch",
  "recordings.state.empty": "Nobody was recorded",
  "recordings.state.failed": "Unreadable",
  "recordings.advice.recording": "It can be watched when the recording ends.",
  "recordings.advice.preparing":
    "It takes a few seconds and appears here by itself.",
  "recordings.advice.empty": "Nobody agreed to be recorded.",
  "recordings.advice.failed":
    "The files can't be read. Tell the administrator of the server.",

  "recordings.player": "Player",
  "recordings.play": "Play",
  "recordings.pause": "Pause",
  "recordings.seek": "Position",
  "recordings.place": "{at} of {of}",
  "recordings.speed": "Speed",

  "recordings.films": "Films and downloads",
  "recordings.filmsLead":
    "A film shows everybody on one screen. Choose a layout; you may make several.",
  "recordings.noFilms":
    "Films can't be made on this server: ffmpeg is not installed.",
  "recordings.layout": "Layout",
  "recordings.layout.side_by_side": "Side by side",
  "recordings.layout.grid": "Grid",
  "recordings.layout.speaker": "Speaker large",
  "recordings.layout.presentation": "Screen large",
  "recordings.format": "Format",
  "recordings.makeFilm": "Make a film",
  "recordings.filmAsked": "The film is being made.",
  "recordings.making": "The film is being made",
  "recordings.makingPercent": "{percent} % done",
  "recordings.waiting": "Waits for its turn",
  "recordings.filmFailed": "Did not succeed",
  "recordings.download": "Download",
  "recordings.originals": "What each person sent",

  "recordings.heldOnly": "On hold only",
  "recordings.rules": "Rules",
  "recordings.mayRecord": "Who may record calls",
  "recordings.mayRecordAdvice":
    "They record calls they are in, of those who agree. Recordings that go on are not touched.",
  "recordings.keptDays": "How long recordings are kept",
  "recordings.keptDaysAdvice":
    "Older ones are deleted by themselves, with proof. Those on hold stay.",
  "recordings.keptWarning":
    "Recordings older than that are deleted at once, for good.",

  "recordings.links": "Links",
  "recordings.linksLead":
    "Whoever has a link watches without an account until it ends. Each viewing is noted in the audit trail.",
  "recordings.makeLink": "Make a link",
  "recordings.makeLinkNow": "Make the link",
  "recordings.linkShows": "What it shows",
  "recordings.everybodySent": "Player with everybody's picture",
  "recordings.linkLasts": "How long it works",
  "recordings.hour": "1 hour",
  "recordings.day": "1 day",
  "recordings.week": "7 days",
  "recordings.month": "30 days",
  "recordings.linkMade": "The link works.",
  "recordings.linkReady": "The link is ready",
  "recordings.linkReadyAdvice":
    "Copy the address now: it is not shown again. You can revoke the link at any time.",
  "recordings.linkAddress": "Address",
  "recordings.linkUntil": "until {until}",
  "recordings.linkWorks": "The link works until {until}.",
  "recordings.linkViews": {
    by: "count",
    one: "Watched {count} time.",
    other: "Watched {count} times.",
  },
  "recordings.revokeLink": "Revoke",
  "recordings.revokeLinkTo": "Revoke: {name}, until {until}",
  "recordings.linkRevoked": "The link no longer works.",

  "recordings.keeping": "Keeping",
  "recordings.notHeld":
    "The recording is kept as long as the rule says, and can be deleted.",
  "recordings.heldBy": "On hold by {name} since {date}: {reason}",
  "recordings.hold": "Put on hold",
  "recordings.holdReason": "Why",
  "recordings.holdAdvice":
    "While it is on hold nobody can delete the recording, and no rule takes it away.",
  "recordings.heldNow": "The recording is on hold.",
  "recordings.release": "Release",
  "recordings.released": "The recording is no longer on hold.",
  "recordings.delete": "Delete",
  "recordings.deleteTitle": "Delete the recording?",
  "recordings.deleteAdvice":
    "The recording and all its films are deleted for good. A list of the deleted files with their hashes stays as proof.",
  "recordings.deleted": "The recording is deleted.",
  "recordings.deletions": "Deleted recordings",
  "recordings.deletionsLead":
    "Of each deleted recording the files, their sizes and hashes stay written down.",
  "recordings.deletionOf": "Recording of {at}",
  "recordings.byRule": "By the rule of keeping",
  "recordings.removing": "Files are being removed.",
  "recordings.removedFiles": {
    by: "count",
    one: "{count} file removed.",
    other: "{count} files removed.",
  },
  "recordings.noDeletions": "Nothing was deleted",
  "recordings.noDeletionsAdvice":
    "When a recording is deleted, its proof appears here.",
} as const satisfies Catalogue;
