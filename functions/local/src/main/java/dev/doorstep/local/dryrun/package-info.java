/** Plays past order events against a changed programme, to see whom it would ask, and when. */
@NullMarked
package dev.doorstep.local.dryrun;

import org.jspecify.annotations.NullMarked;
