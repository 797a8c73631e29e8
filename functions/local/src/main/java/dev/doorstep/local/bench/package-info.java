/** Measures what a survey costs in time and money, beside what the platform itself costs. */
@NullMarked
package dev.doorstep.local.bench;

import org.jspecify.annotations.NullMarked;
