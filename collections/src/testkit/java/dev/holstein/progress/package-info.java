/** Threads that stand still, and many at once. */
package dev.holstein.progress;
