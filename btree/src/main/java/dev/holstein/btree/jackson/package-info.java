/**
 * JSON for sorted maps and sets, for those who have Jackson 2: see {@link
 * dev.holstein.btree.jackson.BTreeJacksonModule}. Nothing else in this library knows Jackson.
 */
@NullMarked
package dev.holstein.btree.jackson;

import org.jspecify.annotations.NullMarked;
