/** Lets every call to AWS go wrong in every way, and looks whether anything was lost. */
@NullMarked
package dev.doorstep.local.faults;

import org.jspecify.annotations.NullMarked;
