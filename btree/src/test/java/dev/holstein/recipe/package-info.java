/**
 * Recipes: what applications build with this library, one test class each. The documentation of the class says what the problem is, why the
 * usual way fails, and what is used; the nested class marked as the recipe is there to be copied, and needs nothing but the public
 * API; the tests show what is claimed of it. Beside each claim about threads stands the usual way, which the same check catches.
 */
package dev.holstein.recipe;
