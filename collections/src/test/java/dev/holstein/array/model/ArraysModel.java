package dev.holstein.array.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.array.PagedArray;
import dev.holstein.array.PoolStats;
import dev.holstein.array.model.Reference.Handle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Random scripts over many handles, of several arrays, against plain arrays. After every step all open handles show
 * what they must, their accounts are those of the {@link Reference}, the counts inside are right, and the pool has
 * given out as many pages as there are; at the end, none.
 */
class ArraysModel {
    private static final int MOST_HANDLES = 9;

    /**
     * How the first array of a script begins, and what is the same for all. In a quiet script the contents are
     * compared after some steps only: a handle that is read often finds its pages by another way.
     */
    record Setup(Start start, int pageSize, int length, boolean direct, boolean quiet, int keptPages, int seed) {}

    enum Start {
        SPARSE,
        COPIED,
        WRAPPED,
        WRAPPED_BUFFER
    }

    /** One step: on the handle {@code who}, modulo how many there are; {@code at} and {@code size} say where. */
    record Step(Op op, int who, int other, int at, int size, int code) {}

    enum Op {
        SET,
        GET_AND_SET,
        WRITE,
        WRITE_BUFFER,
        WRITE_PAGE,
        FILL,
        FILL_ZERO,
        CLEAR,
        CLEAR_ALL,
        COPY_FROM,
        COPY_WITHIN,
        COPY_ALIGNED,
        SNAPSHOT,
        CLOSE,
        NEW,
        COMPARE,
        READ
    }

    private static final int ENOUGH = 10_000;

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void bytes(@ForAll("setups") Setup setup, @ForAll("scripts") List<Step> script) {
        new Run<>(Subject.BYTES, setup).play(script);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void ints(@ForAll("setups") Setup setup, @ForAll("scripts") List<Step> script) {
        new Run<>(Subject.INTS, setup).play(script);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void longs(@ForAll("setups") Setup setup, @ForAll("scripts") List<Step> script) {
        new Run<>(Subject.LONGS, setup).play(script);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void doubles(@ForAll("setups") Setup setup, @ForAll("scripts") List<Step> script) {
        new Run<>(Subject.DOUBLES, setup).play(script);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void references(@ForAll("setups") Setup setup, @ForAll("scripts") List<Step> script) {
        new Run<>(Subject.REFERENCES, setup).play(script);
    }

    /** Three levels with the real fan-out, a dozen with the smallest. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void deep(@ForAll("deepSetups") Setup setup, @ForAll("shortScripts") List<Step> script) {
        Run<?> run = new Run<>(Subject.LONGS, setup);
        assertThat(ArrayProbe.levels(run.reference.open().get(0).array)).isGreaterThanOrEqualTo(3);
        run.play(script);
    }

    @Provide
    Arbitrary<Setup> setups() {
        Arbitrary<Integer> lengths = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(0, 1, 2)),
                Tuple.of(2, Arbitraries.integers().between(3, 70)),
                Tuple.of(2, Arbitraries.integers().between(64, 300)));
        return Combinators.combine(
                        Arbitraries.of(Start.class),
                        Arbitraries.of(1, 2, 4, 16),
                        lengths,
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, true),
                        Arbitraries.of(0, 1, 7, ENOUGH),
                        Arbitraries.integers().between(0, ENOUGH))
                .as(Setup::new);
    }

    @Provide
    Arbitrary<Setup> deepSetups() {
        return Combinators.combine(
                        Arbitraries.of(Start.SPARSE, Start.SPARSE, Start.WRAPPED),
                        Arbitraries.integers().between(4_097, 6_000),
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, true))
                .as((start, length, direct, quiet) -> new Setup(start, 1, length, direct, quiet, ENOUGH, length));
    }

    @Provide
    Arbitrary<List<Step>> scripts() {
        return steps().list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Step>> shortScripts() {
        return steps().list().ofMinSize(1).ofMaxSize(30);
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<Op> ops = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Op.SNAPSHOT)),
                Tuple.of(3, Arbitraries.of(Op.SET)),
                Tuple.of(2, Arbitraries.of(Op.CLOSE)),
                Tuple.of(12, Arbitraries.of(Op.class)));
        Arbitrary<Integer> any = Arbitraries.integers().between(0, ENOUGH);
        Arbitrary<Integer> sizes =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.integers().between(0, 20)), Tuple.of(1, any));
        return Combinators.combine(
                        ops, any, any, any, sizes, Arbitraries.integers().between(1, Subject.CODES - 1))
                .as(Step::new);
    }

    /** One script. */
    private static final class Run<A extends PagedArray<A>> {
        final Reference reference = new Reference();

        private final Subject<A> subject;
        private final Setup setup;
        private final PagePool pool;
        private final List<Handle<A>> handles = new ArrayList<>();

        /** What was wrapped, and what it must still be at the end. */
        private final List<Object> grounds = new ArrayList<>();

        private final List<int[]> groundCodes = new ArrayList<>();

        Run(Subject<A> subject, Setup setup) {
            this.subject = subject;
            this.setup = setup;
            long kept = (long) setup.keptPages * setup.pageSize * subject.elementBytes;
            pool = setup.direct && subject.mayBeDirect() ? PagePool.direct(kept) : PagePool.heap(kept);
            begin(setup.start, setup.length, setup.pageSize, setup.seed);
        }

        void play(List<Step> script) {
            check(true);
            for (Step step : script) {
                step(step);
                check(!setup.quiet || step.code % 8 == 0);
            }
            check(true);
            for (Handle<A> handle : List.copyOf(handles)) {
                close(handle);
                check(!setup.quiet);
            }
            assertThat(pool.stats().livePages()).isZero();
            pool.trim();
            assertThat(pool.stats().givenUp()).isEqualTo(pool.stats().allocated());
            for (int i = 0; i < grounds.size(); i++) {
                assertThat(subject.codes(grounds.get(i))).isEqualTo(groundCodes.get(i));
            }
        }

        private void begin(Start start, int length, int pageSize, int seed) {
            ArrayOptions options = ArrayOptions.defaults()
                    .withPageSize(pageSize)
                    .withPool(pool)
                    .withLeakDetection(LeakDetection.OFF); // handles are closed twice on purpose
            int[] codes = new int[length];
            if (start == Start.SPARSE) {
                handles.add(reference.new Handle<>(subject, subject.ofLength(length, options), codes, false));
                return;
            }
            for (int i = 0; i < length; i++) {
                codes[i] = (i * 7 + seed) % 5 * 19;
            }
            Object plain = subject.plain(codes);
            if (start == Start.COPIED) {
                Handle<A> copy = reference.new Handle<>(subject, subject.copyOf(plain, options), codes, false);
                copy.loaded();
                handles.add(copy);
                return;
            }
            grounds.add(plain);
            groundCodes.add(codes);
            A array = start == Start.WRAPPED ? subject.wrap(plain, options) : subject.wrapBuffer(plain, options);
            handles.add(reference.new Handle<>(subject, array, codes, true));
        }

        private void step(Step step) {
            if (handles.isEmpty() || (step.op == Op.NEW && handles.size() < MOST_HANDLES)) {
                int[] pageSizes = {1, 2, 4, 16};
                int length = step.size % 3 == 0 ? step.at % 300 : setup.length;
                begin(Start.values()[step.at % 4], length, pageSizes[step.other % 4], step.code);
                return;
            }
            Handle<A> handle = handles.get(step.who % handles.size());
            Handle<A> other = handles.get(step.other % handles.size());
            switch (step.op) {
                case SNAPSHOT -> {
                    if (handles.size() < MOST_HANDLES) {
                        handles.add(handle.snapshot(handle.array.snapshot()));
                    }
                }
                case CLOSE -> close(handle);
                case COMPARE -> compare(handle, other);
                case READ -> handle.checkReads();
                case COPY_FROM, COPY_WITHIN, COPY_ALIGNED -> copy(handle, other, step);
                case NEW -> {}
                default -> {
                    if (handle.codes.length > 0) {
                        write(handle, step);
                    }
                }
            }
        }

        private void write(Handle<A> handle, Step step) {
            int length = handle.codes.length;
            int at = step.at % length;
            int size = step.size % (length - at + 1);
            switch (step.op) {
                case SET -> {
                    subject.set(handle.array, at, step.code);
                    handle.write(at, new int[] {step.code}, 0, 1);
                }
                case GET_AND_SET -> {
                    assertThat(subject.getAndSet(handle.array, at, step.code)).isEqualTo(handle.codes[at]);
                    handle.write(at, new int[] {step.code}, 0, 1);
                }
                case WRITE, WRITE_BUFFER -> writeCodes(handle, at, size, step);
                case WRITE_PAGE -> {
                    int first = at - at % handle.pageSize;
                    writeCodes(handle, first, Math.min(handle.pageSize, length - first), step);
                }
                case FILL -> {
                    int[] codes = new int[size];
                    Arrays.fill(codes, step.code);
                    subject.fill(handle.array, at, at + size, step.code);
                    handle.write(at, codes, 0, size);
                }
                case FILL_ZERO -> {
                    subject.fill(handle.array, at, at + size, 0);
                    handle.clear(at, at + size);
                }
                case CLEAR -> {
                    handle.array.clear(at, at + size);
                    handle.clear(at, at + size);
                }
                case CLEAR_ALL -> {
                    handle.array.clear(0, length);
                    handle.clear(0, length);
                }
                default -> throw new AssertionError(step.op);
            }
        }

        private void writeCodes(Handle<A> handle, int at, int size, Step step) {
            int margin = step.other % 3;
            int[] codes = new int[size + 2 * margin];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (step.code + i * step.other) % Subject.CODES;
            }
            if (step.op == Op.WRITE_BUFFER) {
                subject.writeBuffer(handle.array, at, subject.plain(codes), margin, size);
            } else {
                subject.write(handle.array, at, subject.plain(codes), margin, size);
            }
            handle.write(at, codes, margin, size);
        }

        private void copy(Handle<A> handle, Handle<A> other, Step step) {
            Handle<A> source = step.op == Op.COPY_WITHIN ? handle : other;
            int from = handle.codes.length == 0 ? 0 : step.at % handle.codes.length;
            int sourceFrom = source.codes.length == 0 ? 0 : step.code * 7 % source.codes.length;
            if (step.op == Op.COPY_WITHIN) {
                sourceFrom = Math.floorMod(from + step.code % 11 - 5, Math.max(1, source.codes.length));
            }
            if (step.op == Op.COPY_ALIGNED) {
                from -= from % handle.pageSize;
                sourceFrom = Math.min(from, source.codes.length);
            }
            int most = Math.min(handle.codes.length - from, source.codes.length - sourceFrom);
            int count = step.size % (most + 1);
            handle.array.copyFrom(source.array, sourceFrom, from, count);
            handle.copyFrom(source, sourceFrom, from, count);
        }

        private void compare(Handle<A> handle, Handle<A> other) {
            long mismatch = handle.mismatch(other);
            assertThat(handle.array.mismatch(other.array)).isEqualTo(mismatch);
            assertThat(handle.array.equals(other.array)).isEqualTo(mismatch < 0);
            if (mismatch < 0) {
                assertThat(handle.array).hasSameHashCodeAs(other.array);
            }
            if (handle.codes.length == other.codes.length) {
                assertThat(handle.array.diff(other.array)).isEqualTo(handle.diff(other));
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> handle.array.diff(other.array));
            }
        }

        private void close(Handle<A> handle) {
            PoolStats before = pool.stats();
            long bytes = handle.array.exclusiveBytes();
            long pages = handle.array.stats().ownPages();
            handle.array.close();
            assertThat(handle.array.isClosed()).isTrue();
            PoolStats after = pool.stats();
            assertThat(before.livePages() - after.livePages()).isEqualTo(pages);
            assertThat(after.freeBytes() - before.freeBytes()).isLessThanOrEqualTo(bytes);
            handle.array.close(); // frees nothing more
            assertThat(pool.stats()).isEqualTo(after);
            handle.close();
            handles.remove(handle);
        }

        private void check(boolean contents) {
            for (Handle<A> handle : handles) {
                if (contents) {
                    handle.checkContents();
                }
                handle.checkAccount();
            }
            ArrayProbe.check(handles.stream().map(handle -> handle.array).toList());
            PoolStats stats = pool.stats();
            assertThat(stats.livePages()).isEqualTo(reference.distinctPages());
            assertThat(stats.freeBytes()).isBetween(0L, pool.maxBytes());
            assertThat(stats.livePages() + stats.freePages() + stats.givenUp()).isEqualTo(stats.allocated());
        }
    }
}
