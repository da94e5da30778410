/** The soak in small, and what it has to find: twins with a fault each. */
@NullMarked
package dev.holstein.jmh.soak;

import org.jspecify.annotations.NullMarked;
