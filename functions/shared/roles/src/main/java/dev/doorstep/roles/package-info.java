@NullMarked
package dev.doorstep.roles;

import org.jspecify.annotations.NullMarked;
