/**
 * JSON for lists, arrays and handles, for those who have Jackson 2: see {@link
 * dev.holstein.jackson.HolsteinJacksonModule}. Nothing else in this library knows Jackson.
 */
@NullMarked
package dev.holstein.jackson;

import org.jspecify.annotations.NullMarked;
