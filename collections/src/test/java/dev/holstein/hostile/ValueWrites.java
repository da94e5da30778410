package dev.holstein.hostile;

import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.Cow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Writes of values of any type, to run out of memory in: the copy, and the edit of the copy. */
final class ValueWrites {
    private static final int SIZE = 50;

    private ValueWrites() {}

    static List<WriteCase> all(Random random) {
        return List.of(
                new WriteCase(
                        "atomic: update", () -> new AtomicTrial(random, atomic -> atomic.update(ValueWrites::edit))),
                new WriteCase(
                        "atomic: updateAndGet",
                        () -> new AtomicTrial(random, atomic -> atomic.updateAndGet(ValueWrites::edited))),
                new WriteCase(
                        "atomic: getAndUpdate",
                        () -> new AtomicTrial(random, atomic -> atomic.getAndUpdate(ValueWrites::edited))),
                new WriteCase("cow: mutate", () -> new CowTrial(random, cow -> cow.mutate(ValueWrites::edit))),
                new WriteCase("cow: toMut", () -> new CowTrial(random, cow -> edit(cow.toMut()))),
                new WriteCase("cow: map", () -> new CowTrial(random, cow -> cow.map(ValueWrites::edited))));
    }

    private static List<Integer> some(Random random) {
        List<Integer> list = new ArrayList<>();
        for (int i = 1 + random.nextInt(SIZE); i > 0; i--) {
            list.add(i);
        }
        return list;
    }

    private static void edit(List<Integer> list) {
        list.add(1000 + list.size());
    }

    private static List<Integer> edited(List<Integer> list) {
        List<Integer> copy = new ArrayList<>(list);
        edit(copy);
        return copy;
    }

    private static final class AtomicTrial implements WriteCase.Trial {
        private final AtomicCow<List<Integer>> atomic;
        private final List<Integer> value;
        private final List<Integer> before;
        private final Consumer<AtomicCow<List<Integer>>> write;

        AtomicTrial(Random random, Consumer<AtomicCow<List<Integer>>> write) {
            this.write = write;
            value = some(random);
            before = List.copyOf(value);
            atomic = AtomicCow.of(value, ArrayList::new);
        }

        @Override
        public void write() {
            write.accept(atomic);
        }

        @Override
        public void check(boolean failed) {
            WrittenTwice.eitherOr(failed, atomic.get(), before, edited(before));
            WrittenTwice.same("the value before", value, before);
            List<Integer> after = edited(atomic.get());
            WrittenTwice.fromAnotherThread(this::write);
            WrittenTwice.same("written again", atomic.get(), after);
        }
    }

    private static final class CowTrial implements WriteCase.Trial {
        private final Cow<List<Integer>> cow;
        private final Cow<List<Integer>> other;
        private final List<Integer> before;
        private final Consumer<Cow<List<Integer>>> write;

        CowTrial(Random random, Consumer<Cow<List<Integer>>> write) {
            this.write = write;
            before = some(random);
            cow = Cow.owned(new ArrayList<>(before), ArrayList::new);
            other = cow.share();
        }

        @Override
        public void write() {
            write.accept(cow);
        }

        @Override
        public void check(boolean failed) {
            // whether map(..) leaves the handle as it is or not: either is one of the two
            WrittenTwice.eitherOr(true, cow.get(), before, edited(before));
            WrittenTwice.same("the other handle", other.get(), before);
            cow.mutate(ValueWrites::edit);
            WrittenTwice.same("the other handle", other.get(), before);
            WrittenTwice.same("alone", cow.refCount() + other.refCount(), 2);
        }
    }
}
