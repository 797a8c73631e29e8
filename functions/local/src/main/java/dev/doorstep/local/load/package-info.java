/** Sends a busy minute through the whole house, and looks whether all of it arrived, once. */
@NullMarked
package dev.doorstep.local.load;

import org.jspecify.annotations.NullMarked;
