package dev.holstein.jmh.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.subject.ArrayCell;
import dev.holstein.jmh.subject.ArraySubject;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** All arrays that are compared by time give equal answers, and every benchmark of them gives a result. The times mean nothing. */
class ArrayBenchmarksTest {
    private static final int BYTES = 10_000;
    private static final int STEPS = 20_000;
    private static final int MOST_VALUES = 256;

    private static final Set<String> OPERATIONS = Set.of(
            "ArrayGet.get",
            "ArraySet.set",
            "ArraySnapshot.snapshot",
            "ArrayFirstWrite.snapshotAndSet",
            "ArrayCopy.read",
            "ArrayCopy.write",
            "ArrayIterate.get",
            "ArrayIterate.forEach");

    static {
        // The lock is for measurements; a test need not wait for one.
        System.setProperty("jmh.ignoreLock", "true");
    }

    @ParameterizedTest
    @EnumSource
    void aRandomScriptGivesTheAnswersOfAnArray(ArraySubject subject) {
        ArrayCell cell = subject.newCell(subject.length(BYTES));
        long[] model = LongStream.range(0, cell.length()).toArray();
        long[] frozen = model.clone();
        cell.snapshot();
        SplittableRandom random = new SplittableRandom(1);
        for (int step = 0; step < STEPS; step++) {
            int index = random.nextInt(model.length);
            assertThat(cell.get(index)).isEqualTo(model[index]);
            assertThat(cell.frozen(index)).isEqualTo(frozen[index]);
            model[index] = step % MOST_VALUES;
            cell.set(index, model[index]);
            if (random.nextInt(1_000) == 0) {
                cell.snapshot();
                frozen = model.clone();
            }
        }
        Object elements = cell.newTarget();
        cell.readAll(elements);
        assertThat(LongStream.range(0, model.length).map(i -> Array.getLong(unboxed(elements, (int) i), 0)))
                .containsExactly(LongStream.of(model).boxed().toArray(Long[]::new));
        long[] seen = new long[model.length + 1];
        cell.forEach(element -> seen[1 + (int) seen[0]++] = element);
        assertThat(LongStream.of(seen).skip(1).toArray()).isEqualTo(model);

        cell.set(0, 7);
        cell.writeAll(elements);
        assertThat(cell.get(0)).isEqualTo(model[0]);
        cell.close();
    }

    private static long[] unboxed(Object elements, int index) {
        return new long[] {((Number) Array.get(elements, index)).longValue()};
    }

    @Test
    void everyCombinationGivesAResult() throws RunnerException {
        Options options = new OptionsBuilder()
                .include("^dev\\.holstein\\.jmh\\.op\\.array\\.")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .param("bytes", Integer.toString(BYTES))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        Collection<RunResult> results = new Runner(options).run();

        assertThat(results.stream()
                        .map(result -> result.getParams().getBenchmark() + " "
                                + result.getParams().getParam("subject"))
                        .collect(Collectors.toSet()))
                .isEqualTo(planned());
    }

    private static Set<String> planned() {
        Set<String> planned = new TreeSet<>();
        for (String operation : OPERATIONS) {
            for (ArraySubject subject : ArraySubject.values()) {
                planned.add("dev.holstein.jmh.op.array." + operation + " " + subject);
            }
        }
        return planned;
    }
}
