@NullMarked
package dev.doorstep.local.story;

import org.jspecify.annotations.NullMarked;
