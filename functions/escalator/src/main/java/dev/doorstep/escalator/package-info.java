@NullMarked
package dev.doorstep.escalator;

import org.jspecify.annotations.NullMarked;
