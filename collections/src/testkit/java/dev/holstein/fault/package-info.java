/**
 * User code that misbehaves at its first call, its second, and so on, in every operation of a table. The tests of each module bring the
 * table, the structures and the arguments.
 */
package dev.holstein.fault;
