/** What is asked when: programme.json as types. */
@NullMarked
package dev.doorstep.programme;

import org.jspecify.annotations.NullMarked;
