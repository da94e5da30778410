/** Runs the JCStress tests as part of the build: promises must hold, broken twins must be caught. */
@NullMarked
package dev.holstein.jcstress;

import org.jspecify.annotations.NullMarked;
