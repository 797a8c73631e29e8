@NullMarked
package dev.doorstep.programme;

import org.jspecify.annotations.NullMarked;
