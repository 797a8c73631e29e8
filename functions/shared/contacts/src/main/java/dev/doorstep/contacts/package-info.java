@NullMarked
package dev.doorstep.contacts;

import org.jspecify.annotations.NullMarked;
