@NullMarked
package dev.doorstep.testing;

import org.jspecify.annotations.NullMarked;
