/** Takes over what customers answered when another system asked them. */
@NullMarked
package dev.doorstep.local.imports;

import org.jspecify.annotations.NullMarked;
