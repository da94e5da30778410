/** What the page on moving here from other libraries says, compared with what those libraries do. */
package dev.holstein.jmh.migration;
