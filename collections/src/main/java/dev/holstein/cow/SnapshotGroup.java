package dev.holstein.cow;

import dev.holstein.core.Checks;
import dev.holstein.core.Groups;
import dev.holstein.core.Versions;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several concurrent collections that are read at one moment, and written as one.
 *
 * <pre>{@code
 * var shelf = new ConcurrentList<>(List.of("milk", "bread"));
 * var sold = new ConcurrentList<String>();
 * SnapshotGroup shop = SnapshotGroup.of(shelf, sold);
 * shop.update(edit -> edit.of(sold).add(edit.of(shelf).remove(0)));
 * SnapshotGroup.Snapshots now = shop.snapshot();   // never the one without the other
 * assert now.of(shelf).equals(List.of("bread")) && now.of(sold).equals(List.of("milk"));
 * }</pre>
 *
 * <p>Choose it where an invariant spans collections. For one collection its own {@code snapshot()} and {@code update} do.
 * The collections stay usable by themselves, and may be in any number of groups; what {@link #update} promises holds for the
 * snapshots of every group, not for two reads of two collections.
 *
 * <p><b>Cost.</b> {@link #snapshot}: two volatile reads a collection and its handle, again if a writer came between;
 * {@link #update}: that of the changes.
 *
 * <p><b>Threads.</b> Any. A snapshot waits for no writer, unless writers have disturbed it 64 times in a row: then it takes
 * their turn. (Inside a write of a member it reads on instead, however often it is disturbed.) Updates take the turns of all
 * collections, always in the same order, so that updates of groups that overlap cannot wait for each other for ever. One that
 * writes to a collection outside the group can, as with any lock, and so can a snapshot of a large, busy group that is taken
 * inside a write of a collection outside it.
 */
public final class SnapshotGroup {
    /** In the order of their turns. */
    private final Object[] faces;

    private final Versions<?>[] versions;

    private SnapshotGroup(Object[] faces, Versions<?>[] versions) {
        this.faces = faces;
        this.versions = versions;
    }

    /**
     * Makes a group.
     *
     * @param members concurrent collections of this library, each once
     * @return the group
     * @throws IllegalArgumentException if a member is none of them, or given twice
     * @throws NullPointerException if a member is null
     */
    public static SnapshotGroup of(Updatable<?>... members) {
        IdentityHashMap<Versions<?>, Object> faces = new IdentityHashMap<>();
        for (Updatable<?> member : members) {
            Checks.notNull(member, "member");
            if (faces.put(Groups.member(member).versions(member), member) != null) {
                throw new IllegalArgumentException("a collection is given twice: " + member.getClass());
            }
        }
        Versions<?>[] versions = faces.keySet().toArray(new Versions<?>[0]);
        Arrays.sort(versions, Versions.inOrderOfTurns());
        Object[] sorted = new Object[versions.length];
        Arrays.setAll(sorted, i -> faces.get(versions[i]));
        return new SnapshotGroup(sorted, versions);
    }

    /**
     * The contents of all members at one moment. O(members).
     *
     * @return their snapshots
     */
    public Snapshots snapshot() {
        Object[] states = Versions.read(versions);
        Object[] snapshots = new Object[faces.length];
        Arrays.setAll(snapshots, i -> Groups.member(faces[i]).snapshot(states[i]));
        return new Snapshots(snapshots);
    }

    /**
     * Makes changes to several members as one: whoever reads the group sees all of them or none.
     *
     * @param edit makes the changes on mutable copies of the present contents, called exactly once, while no other writer of a
     *     member is at work; if it throws, nothing has changed. It may read anything; keep it short
     * @throws IllegalStateException if called from inside a write of a member
     * @throws NullPointerException if the function is null
     */
    public void update(Consumer<? super Edit> edit) {
        Checks.notNull(edit, "edit");
        Versions.update(versions, before -> {
            Edit copies = new Edit(before);
            edit.accept(copies);
            Object[] after = before.clone();
            for (int i = 0; i < faces.length; i++) {
                Object copy = copies.copies[i];
                if (copy != null) {
                    after[i] = Groups.member(faces[i]).next(faces[i], before[i], copy);
                }
            }
            return after;
        });
    }

    @Override
    public String toString() {
        return "group of " + faces.length + " collections";
    }

    private int indexOf(Object member) {
        for (int i = 0; i < faces.length; i++) {
            if (faces[i] == member) {
                return i;
            }
        }
        throw new IllegalArgumentException("not one of the " + faces.length + " members of this group");
    }

    /** Immutable contents of all members of a group, of one moment. */
    public final class Snapshots {
        private final Object[] snapshots;

        private Snapshots(Object[] snapshots) {
            this.snapshots = snapshots;
        }

        /**
         * Those of one member.
         *
         * @param <S> the type of its snapshots
         * @param member the member
         * @return its contents
         * @throws IllegalArgumentException if it is no member of the group
         */
        @SuppressWarnings("unchecked") // each member makes its own
        public <S> S of(Snapshottable<S> member) {
            return (S) snapshots[indexOf(member)];
        }

        /** All snapshots, in the order of the members. */
        @Override
        public String toString() {
            return Arrays.toString(snapshots);
        }
    }

    /**
     * Mutable copies of the members of a group, each made when it is first asked for, to be changed within {@link #update} and not to
     * be kept: what is done to a map, set or list later is lost, but the value of an {@link AtomicCow} is then the one that all see.
     */
    public final class Edit {
        private final Object[] before;

        /** Null for members that nobody asked for: they stay as they are. */
        private final @Nullable Object[] copies;

        private Edit(Object[] before) {
            this.before = before;
            copies = new @Nullable Object[before.length];
        }

        /**
         * That of one member; what it is when the update ends becomes the contents of the member.
         *
         * @param <M> the type of its mutable copies
         * @param member the member
         * @return the copy; of an {@link AtomicCow} without a copier the value itself, which stays
         * @throws IllegalArgumentException if it is no member of the group
         */
        @SuppressWarnings("unchecked") // each member makes its own
        public <M> M of(Updatable<M> member) {
            int i = indexOf(member);
            Object copy = copies[i];
            if (copy == null) {
                copy = Groups.member(faces[i]).workingCopy(before[i]);
                copies[i] = copy;
            }
            return (M) copy;
        }
    }
}
