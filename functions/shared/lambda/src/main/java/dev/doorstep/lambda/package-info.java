@NullMarked
package dev.doorstep.lambda;

import org.jspecify.annotations.NullMarked;
