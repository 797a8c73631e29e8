@NullMarked
package dev.doorstep.timekeeper;

import org.jspecify.annotations.NullMarked;
