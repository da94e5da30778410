package dev.holstein.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream of steps that keeps what it is given to call, and calls it when the list has been made. */
class PatchSinkTest {
    @ParameterizedTest
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ValueSource(ints = {3, 400, 5_000})
    void aLateStepChangesNothing(int size) {
        List<Consumer<ListChange<Integer>>> kept = new ArrayList<>();
        PersistentList<Integer> before =
                PersistentList.copyOf(IntStream.range(0, size).boxed().toList());
        Stream<ListChange<Integer>> steps = Stream.<ListChange<Integer>>of(new ListChange.Changed<>(0, 0, -1))
                .mapMulti((step, sink) -> {
                    sink.accept(step);
                    kept.add(sink);
                });
        PersistentList<Integer> after = before.patch(steps);
        List<Integer> expected = new ArrayList<>(before);
        expected.set(0, -1);

        kept.forEach(sink -> {
            sink.accept(new ListChange.Changed<>(1, 1, 99));
            sink.accept(new ListChange.Removed<>(2, 2));
        });

        assertThat(after).isEqualTo(expected);
        ListProbe.check(after);
        assertThat(after.mutableCopy()).isEqualTo(expected);
    }
}
