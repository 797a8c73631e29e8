@NullMarked
package dev.doorstep.emailreply.mime;

import org.jspecify.annotations.NullMarked;
