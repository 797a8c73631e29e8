@NullMarked
package dev.doorstep.emailreply.text;

import org.jspecify.annotations.NullMarked;
