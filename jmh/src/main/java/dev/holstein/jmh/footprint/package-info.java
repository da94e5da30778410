/**
 * What the collections weigh: bytes of structure for each element, counted object by object with JOL. Elements, keys and values
 * do not count, nor what all collections of a kind share.
 */
@NullMarked
package dev.holstein.jmh.footprint;

import org.jspecify.annotations.NullMarked;
