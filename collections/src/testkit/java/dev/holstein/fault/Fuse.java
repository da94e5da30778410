package dev.holstein.fault;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Burns down by one with each call of user code that holds it, and throws, or does something else once, when it has burnt down. */
public class Fuse {
    private int length = Integer.MAX_VALUE;
    private @Nullable Runnable action;
    private boolean burnt;

    /** What user code throws. */
    public static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Lets so many calls pass before it throws. */
    public final void light(int calls) {
        length = calls;
    }

    /** Lets so many calls pass before it does something, in the next one alone. */
    final void light(int calls, Runnable once) {
        length = calls;
        action = once;
        burnt = false;
    }

    public final void putOut() {
        length = Integer.MAX_VALUE;
        action = null;
    }

    /** Whether it did what it was lit for. */
    public final boolean hasBurnt() {
        return burnt;
    }

    /** Makes something without burning. */
    public final <T> T quietly(Supplier<T> made) {
        int left = length;
        length = Integer.MAX_VALUE;
        try {
            return made.get();
        } finally {
            length = left;
        }
    }

    public final void burn() {
        if (--length < 0) {
            Runnable once = action;
            if (once == null) {
                throw new Boom();
            }
            putOut(); // what is done inside calls user code, too
            burnt = true;
            once.run();
        }
    }

    public final <T> T burning(T answer) {
        burn();
        return answer;
    }
}
