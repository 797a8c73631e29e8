/** Reads the score in a newly written text: only what a person would be sure of. */
@NullMarked
package dev.doorstep.emailreply.score;

import org.jspecify.annotations.NullMarked;
