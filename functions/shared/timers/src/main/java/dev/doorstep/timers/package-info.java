@NullMarked
package dev.doorstep.timers;

import org.jspecify.annotations.NullMarked;
