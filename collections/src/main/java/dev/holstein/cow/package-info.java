/** Sharing as a capability: what can be frozen in O(1), together with others, and how much of it is shared. */
@NullMarked
package dev.holstein.cow;

import org.jspecify.annotations.NullMarked;
