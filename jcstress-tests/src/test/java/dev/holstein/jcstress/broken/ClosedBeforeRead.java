package dev.holstein.jcstress.broken;

import dev.holstein.cow.Cow;
import dev.holstein.jcstress.cow.CowCloseAgainstMutate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;

/** Gives the handle back while it still reads the value. */
@JCStressTest
@State
public class ClosedBeforeRead extends CowCloseAgainstMutate {
    @Override
    protected int readAndClose(Cow<int[]> handle) {
        int[] value = handle.get();
        handle.close();
        return number(value);
    }

    @Actor
    @Override
    public void reader(IIZ_Result r) {
        super.reader(r);
    }

    @Actor
    @Override
    public void writer(IIZ_Result r) {
        super.writer(r);
    }
}
