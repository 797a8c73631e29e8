/** How a function talks with Lambda: settings, batches, HTTP, logs, metrics, errors. */
@NullMarked
package dev.doorstep.lambda;

import org.jspecify.annotations.NullMarked;
