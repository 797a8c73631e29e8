@NullMarked
package dev.doorstep.surveys;

import org.jspecify.annotations.NullMarked;
