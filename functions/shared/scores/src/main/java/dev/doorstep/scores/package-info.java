@NullMarked
package dev.doorstep.scores;

import org.jspecify.annotations.NullMarked;
