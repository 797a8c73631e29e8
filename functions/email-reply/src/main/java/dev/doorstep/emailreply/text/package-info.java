/** Takes what was newly written out of a reply to a mail. */
@NullMarked
package dev.doorstep.emailreply.text;

import org.jspecify.annotations.NullMarked;
