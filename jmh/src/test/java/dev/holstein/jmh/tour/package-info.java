/** What the tour does on good and bad input, and that its checks find what they look for. */
package dev.holstein.jmh.tour;
