package dev.holstein.jmh.op.concurrent;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import scala.Function2;
import scala.Option;
import scala.math.Ordering;
import scala.runtime.BoxedUnit;

/** What Java and Scala say in different words. */
final class ScalaEntries {
    /** The natural order as Scala's own maps of numbers have it. */
    static final Ordering<Object> INTEGERS = Ordering.Int$.MODULE$;

    private ScalaEntries() {}

    static @Nullable Object orNull(Option<Object> found) {
        return found.isDefined() ? found.get() : null;
    }

    static Function2<Object, Object, BoxedUnit> to(BiConsumer<Object, Object> sink) {
        return (key, value) -> {
            sink.accept(key, value);
            return BoxedUnit.UNIT;
        };
    }
}
