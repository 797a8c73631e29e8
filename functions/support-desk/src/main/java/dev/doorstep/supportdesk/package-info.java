@NullMarked
package dev.doorstep.supportdesk;

import org.jspecify.annotations.NullMarked;
