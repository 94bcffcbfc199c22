import type { Catalogue } from "../../i18n/catalogue.ts";

/**
 * The question whether one may be recorded. Changed words are another question: `CONSENT_TEXT_VERSION` of the contract
 * counts them.
 */
export const consentEn = {
  "consent.title": "May your voice and picture be recorded?",
  "consent.lead":
    "{name} records this call. What you say and show is recorded only if you agree. You may say no and stay in the call, and you may change your mind at any time.",
  "consent.what": "What for",
  "consent.minutes": "To come back to what was said",
  "consent.minutesMore":
    "Participants of the call may watch the recording afterwards.",
  "consent.quality": "To check the quality of service",
  "consent.qualityMore":
    "Those responsible for the service may watch the recording.",
  "consent.training": "To teach the staff",
  "consent.trainingMore":
    "The recording may be shown to colleagues in training.",
  "consent.agree": "I agree",
  "consent.agreeChosen": "Agree to what is ticked",
  "consent.refuse": "Don't record me",
  "consent.close": "Close",
  "consent.withdraw": "Withdraw my consent",
  "consent.withdrawAdvice":
    "Nothing more of you will be recorded, and what was recorded of you is left out.",

  "recording.by": "{name} records the call",
  "recording.since": "since {at}",
  "recording.mineAsked": "You are not recorded until you answer.",
  "recording.mineGiven": "You are recorded.",
  "recording.mineNot": "You are not recorded.",
  "recording.answer": "Answer",
  "recording.myConsent": "My consent",
} as const satisfies Catalogue;
