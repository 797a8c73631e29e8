@NullMarked
package dev.doorstep.emailreply;

import org.jspecify.annotations.NullMarked;
