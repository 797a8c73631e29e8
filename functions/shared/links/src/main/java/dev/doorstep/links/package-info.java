@NullMarked
package dev.doorstep.links;

import org.jspecify.annotations.NullMarked;
