@NullMarked
package dev.doorstep.emailreply.score;

import org.jspecify.annotations.NullMarked;
