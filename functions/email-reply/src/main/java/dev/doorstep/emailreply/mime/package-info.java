/** What a mail holds, read within bounds. */
@NullMarked
package dev.doorstep.emailreply.mime;

import org.jspecify.annotations.NullMarked;
