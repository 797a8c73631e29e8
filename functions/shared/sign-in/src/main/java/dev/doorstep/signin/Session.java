package dev.doorstep.signin;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Agent;
import dev.doorstep.roles.Role;

import java.util.Set;

/**
 * Someone who is signed in at a page.
 *
 * @param formKey what each form that the page sends back must carry: nobody who does not see the
 *     page knows it
 */
public record Session(Agent agent, Set<Role> roles, String formKey) {

    public Session {
        requireNonNull(agent, "agent is null");
        roles = Set.copyOf(roles);
        requireNonNull(formKey, "formKey is null");
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }
}
