@NullMarked
package dev.doorstep.texts;

import org.jspecify.annotations.NullMarked;
