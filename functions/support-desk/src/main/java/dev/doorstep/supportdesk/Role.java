package dev.doorstep.supportdesk;

/** What a person may do at the desk, from the groups that their sign-in names. */
enum Role {
    /** Sees follow-ups and what is known of orders; changes nothing. */
    VIEWER,
    /** Takes, works and resolves follow-ups. */
    AGENT,
    /** What an agent may, and sees how each agent fares. */
    LEAD
}
