package dev.holstein.core;

import org.jspecify.annotations.Nullable;

/**
 * Who may edit a node in place: an identity, and nothing else. It holds no thread and no way back to a face, so a node that
 * outlives its face keeps sixteen bytes alive and no more.
 */
public final class Owner {
    /** The owner of a persistent update: it matches no node, so every node on the path is copied. */
    public static final Owner NONE = new Owner();

    /** Makes a token that no node bears yet. */
    public Owner() {}

    /**
     * What a node made under this owner bears. {@link #NONE} leaves no mark, and so never matches.
     *
     * @return this token, or null for {@link #NONE}
     */
    public @Nullable Owner tag() {
        return this == NONE ? null : this;
    }
}
