/** What some replies or cases say, and how sure that is: each figure with its 95 % interval. */
@NullMarked
package dev.doorstep.figures;

import org.jspecify.annotations.NullMarked;
