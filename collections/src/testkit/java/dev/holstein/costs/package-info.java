/** What things cost in counts that are exact, as tests may assert them. */
package dev.holstein.costs;
