@NullMarked
package dev.doorstep.promisewatch;

import org.jspecify.annotations.NullMarked;
