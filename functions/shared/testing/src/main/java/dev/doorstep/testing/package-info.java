/** What tests and the local runner need of AWS: tables, and the events that wake a function. */
@NullMarked
package dev.doorstep.testing;

import org.jspecify.annotations.NullMarked;
