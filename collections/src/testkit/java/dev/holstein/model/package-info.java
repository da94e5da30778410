/** How long models of jqwik run. */
package dev.holstein.model;
