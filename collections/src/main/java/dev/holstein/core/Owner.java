package dev.holstein.core;

import org.jspecify.annotations.Nullable;

/**
 * Who may edit a node in place: an identity, and nothing else. It holds no thread and no way back to a face, so a node that
 * outlives its face keeps sixteen bytes alive and no more.
 */
public final class Owner {
    /** The owner of a persistent update: it matches no node, so every node on the path is copied. */
    public static final Owner NONE = new Owner();

    /** Whose nodes those that bear this token have become; null for its own. Written before a face shows such nodes. */
    private @Nullable Owner heir;

    /** Makes a token that no node bears yet. */
    public Owner() {}

    /**
     * Whether nodes that bear a token are this owner's: its own, and those that it has inherited.
     *
     * @param tag what a node bears
     * @return whether they may be edited in place under this token
     */
    public boolean owns(@Nullable Owner tag) {
        return tag == this || (tag != null && tag.heir == this);
    }

    /** Gives all nodes that bear this token to another one as well. */
    void bequeath(Owner to) {
        heir = to;
    }

    /**
     * What a node made under this owner bears. {@link #NONE} leaves no mark, and so never matches.
     *
     * @return this token, or null for {@link #NONE}
     */
    public @Nullable Owner tag() {
        return this == NONE ? null : this;
    }
}
