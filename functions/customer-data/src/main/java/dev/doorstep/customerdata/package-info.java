@NullMarked
package dev.doorstep.customerdata;

import org.jspecify.annotations.NullMarked;
