@NullMarked
package dev.doorstep.orderevents;

import org.jspecify.annotations.NullMarked;
