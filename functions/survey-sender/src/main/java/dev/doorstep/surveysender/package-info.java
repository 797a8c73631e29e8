@NullMarked
package dev.doorstep.surveysender;

import org.jspecify.annotations.NullMarked;
