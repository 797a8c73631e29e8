@NullMarked
package dev.doorstep.pages;

import org.jspecify.annotations.NullMarked;
