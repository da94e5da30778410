package dev.holstein.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a group reads and writes a concurrent structure whose room it does not know: each structure registers its face when the
 * first of them is loaded.
 */
public final class Groups {
    private static final Map<Class<?>, Member<Object>> MEMBERS = new ConcurrentHashMap<>();

    private Groups() {}

    /**
     * What a group asks of a face.
     *
     * @param <F> the type of the face
     */
    public interface Member<F> {
        /**
         * Where the versions of a face are.
         *
         * @param face the face
         * @return its versions
         */
        Versions<?> versions(F face);

        /**
         * A version as users see it.
         *
         * @param state a version of the face
         * @return an immutable collection
         */
        Object snapshot(Object state);

        /**
         * A mutable collection that starts as a version.
         *
         * @param state a version of the face
         * @return the copy to work on
         */
        Object workingCopy(Object state);

        /**
         * What a working copy has become; it is cut off from it, so that later writes to the copy do not show.
         *
         * @param face the face, whose counters the work goes to
         * @param before the version that the copy started as
         * @param workingCopy the copy
         * @return the next version, a new object; {@code before} if nothing changed
         */
        Object next(F face, Object before, Object workingCopy);
    }

    /**
     * Makes a type a possible member of groups.
     *
     * @param <F> the type
     * @param type the class of the faces, exactly
     * @param member what a group asks of one
     */
    @SuppressWarnings("unchecked") // a member is only given faces of the class it was registered for
    public static <F> void register(Class<F> type, Member<? super F> member) {
        MEMBERS.put(type, (Member<Object>) member);
    }

    /**
     * What a group asks of a face.
     *
     * @param face a concurrent structure of this library
     * @return the answers
     * @throws IllegalArgumentException if the face is of another class
     */
    public static Member<Object> member(Object face) {
        Member<Object> member = MEMBERS.get(face.getClass());
        if (member == null) {
            throw new IllegalArgumentException(
                    face.getClass() + " cannot be in a group: only concurrent collections of this library can");
        }
        return member;
    }
}
