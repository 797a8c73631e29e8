@NullMarked
package dev.doorstep.local;

import org.jspecify.annotations.NullMarked;
