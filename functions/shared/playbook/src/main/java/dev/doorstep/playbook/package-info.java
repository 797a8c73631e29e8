/** What support might do for a follow-up, and why: playbook.json as types. */
@NullMarked
package dev.doorstep.playbook;

import org.jspecify.annotations.NullMarked;
