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
    private @Nullable ListEdit edit;
    private @Nullable Owner bulkOwner;

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

    /** The edit, if it has changed anything; its nodes are the face's from here on. */
    @Nullable
    ListEdit finished() {
        ListEdit done = edit;
        if (done == null) {
            return null;
        }
        if (bulkOwner != null) {
            rights.adopt(bulkOwner);
        }
        rights.count(done.nodesCopied, 0);
        return done;
    }
}
