/** A made-up year of a shop, in the tables of the local stack. */
@NullMarked
package dev.doorstep.local.year;

import org.jspecify.annotations.NullMarked;
