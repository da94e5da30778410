/** How the tests run Lincheck's model checker. */
package dev.holstein.linearizability;
