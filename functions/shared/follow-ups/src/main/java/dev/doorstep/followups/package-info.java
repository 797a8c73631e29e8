@NullMarked
package dev.doorstep.followups;

import org.jspecify.annotations.NullMarked;
