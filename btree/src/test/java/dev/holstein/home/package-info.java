/**
 * At home in Java: the library among the wrappers, collectors, copies, tools and optional libraries that code for the
 * JDK's collections uses.
 */
package dev.holstein.home;
