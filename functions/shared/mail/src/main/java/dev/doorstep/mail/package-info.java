@NullMarked
package dev.doorstep.mail;

import org.jspecify.annotations.NullMarked;
