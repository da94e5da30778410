/** Reads the examples of documents, compiles and runs them: compiled into the tests of several modules. */
package dev.holstein.examples;
