package org.example.internals;

import dev.holstein.core.Owner;

/** Does not compile: the package is exported to {@code dev.holstein.btree} alone. */
public final class Internals {
    private Internals() {}

    static Object owner() {
        return new Owner();
    }
}
