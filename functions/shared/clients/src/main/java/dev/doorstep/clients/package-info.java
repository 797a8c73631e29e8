/** How a function's clients of AWS are set up. */
@NullMarked
package dev.doorstep.clients;

import org.jspecify.annotations.NullMarked;
