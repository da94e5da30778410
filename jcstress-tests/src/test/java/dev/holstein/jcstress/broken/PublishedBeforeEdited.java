package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.cow.AtomicCowReaderSeesWholeVersions;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Publishes the copy first and edits it afterwards. */
@JCStressTest
@State
public class PublishedBeforeEdited extends AtomicCowReaderSeesWholeVersions {
    @Override
    protected void update(Consumer<int[]> edit) {
        int[] copy = cow.get().clone();
        cow.set(copy);
        edit.accept(copy);
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(II_Result r) {
        super.reader(r);
    }
}
