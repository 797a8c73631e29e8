@NullMarked
package dev.doorstep.surveypage;

import org.jspecify.annotations.NullMarked;
