package dev.doorstep.roles;

/** What a person of support may do, from the groups that their sign-in names. */
public enum Role {
    /** Sees follow-ups, what is known of orders, and reports; changes nothing. */
    VIEWER,
    /** Takes, works and resolves follow-ups. */
    AGENT,
    /** What an agent may, sees how each agent fares, and has customers' data exported or erased. */
    LEAD
}
