@NullMarked
package dev.doorstep.signin;

import org.jspecify.annotations.NullMarked;
