@NullMarked
package dev.doorstep.replies;

import org.jspecify.annotations.NullMarked;
