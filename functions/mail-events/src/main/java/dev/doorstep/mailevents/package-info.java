@NullMarked
package dev.doorstep.mailevents;

import org.jspecify.annotations.NullMarked;
