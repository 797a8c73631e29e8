@NullMarked
package dev.doorstep.local.wiring;

import org.jspecify.annotations.NullMarked;
