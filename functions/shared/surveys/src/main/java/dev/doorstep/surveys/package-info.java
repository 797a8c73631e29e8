/** Surveys, the facts of their orders, and what was decided and why. */
@NullMarked
package dev.doorstep.surveys;

import org.jspecify.annotations.NullMarked;
