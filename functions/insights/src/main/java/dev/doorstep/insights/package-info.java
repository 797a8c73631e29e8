@NullMarked
package dev.doorstep.insights;

import org.jspecify.annotations.NullMarked;
