/**
 * What the maps are filled with and asked for: seeded keys that lie in memory in another order than in the map, and are
 * inserted and looked up in yet others. The same seed gives every subject the same keys.
 */
@NullMarked
package dev.holstein.jmh.data;

import org.jspecify.annotations.NullMarked;
