package dev.holstein.list;

import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * One write to a face: the version before, and the edit that makes the next one. The edit is asked for as late as possible, when all
 * code of users has run: an {@code equals} or a predicate may have begun a walk or taken a snapshot.
 */
final class ListDraft {
    private final ListState before;
    private final Ownership rights;
    private final int flat;

    /** The edit, once it was asked for. */
    @Nullable
    ListEdit edit;

    /** The owner of an edit that touches no node of the face; null if it edits in place. */
    @Nullable
    Owner bulkOwner;

    ListDraft(ListState before, Ownership rights, int flat) {
        this.before = before;
        this.rights = rights;
        this.flat = flat;
    }

    ListState before() {
        return before;
    }

    /** To change one element: in place where the face may. */
    ListEdit edit() {
        return begun(rights.forWrite());
    }

    /** To change many: no node that the face shows is touched, so that a failure in the middle, of memory even, leaves it as it was. */
    ListEdit bulk() {
        Owner made = new Owner();
        bulkOwner = made;
        return begun(made);
    }

    private ListEdit begun(Owner owner) {
        ListEdit begun = new ListEdit(before, owner, flat);
        edit = begun;
        return begun;
    }

    /** Elements that the list has gained, or, if negative, lost. */
    int growth() {
        return edit == null ? 0 : edit.size - before.size;
    }

    /** The edit, if one was asked for. */
    @Nullable
    ListEdit edited() {
        return edit;
    }

    /** Hands the nodes of the edit over to the face, which shows them now, and counts the work. */
    void settle() {
        ListEdit done = edit;
        if (done != null) {
            if (bulkOwner != null) {
                rights.adopt(bulkOwner);
            }
            rights.count(done.nodesCopied, 0);
        }
    }
}
