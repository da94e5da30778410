/** Internal: what the Jackson modules of both libraries read by. */
@NullMarked
package dev.holstein.jackson.core;

import org.jspecify.annotations.NullMarked;
