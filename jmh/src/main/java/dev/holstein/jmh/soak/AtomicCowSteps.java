package dev.holstein.jmh.soak;

import dev.holstein.cow.AtomicCow;
import java.util.ArrayList;
import java.util.List;

/** One value for all threads, beside a list that is edited the same way. */
final class AtomicCowSteps extends Steps<List<Integer>, List<Integer>> {
    private static final int LONGEST = 200;

    private final AtomicCow<List<Integer>> subject = AtomicCow.of(new ArrayList<>(), ArrayList::new);
    private List<Integer> model = new ArrayList<>();

    AtomicCowSteps(Setting setting) {
        super("AtomicCow", setting);
        operation("get", 20, () -> Fault.unlessSame("value", model, subject.get()));
        operation("update", 20, () -> {
            int element = random.nextInt();
            subject.update(copy -> edit(copy, element));
            edit(model, element);
        });
        operation("updateAndGet", 10, () -> {
            int element = random.nextInt();
            List<Integer> found = subject.updateAndGet(value -> edited(value, element));
            model = edited(model, element);
            Fault.unlessSame("value after", model, found);
        });
        operation("getAndUpdate", 10, () -> {
            int element = random.nextInt();
            Fault.unlessSame("value before", model, subject.getAndUpdate(value -> edited(value, element)));
            model = edited(model, element);
        });
        operation("set", 5, () -> {
            List<Integer> next = edited(model, 1);
            Fault.unlessSame("value before", model, subject.getAndSet(next));
            subject.set(next);
            model = new ArrayList<>(next);
        });
        operation("compareAndSet", 10, () -> {
            List<Integer> next = edited(model, 2);
            Fault.unless(!subject.compareAndSet(new ArrayList<>(model), next), "compareAndSet went by equality");
            Fault.unless(subject.compareAndSet(subject.get(), next), "compareAndSet refused the present value");
            model = new ArrayList<>(next);
        });
        operation("an update that fails", 5, () -> {
            try {
                subject.update(copy -> {
                    copy.clear();
                    throw new UnsupportedOperationException("on purpose");
                });
                throw new Fault("an update swallowed the exception of its function");
            } catch (UnsupportedOperationException expected) {
                Fault.unlessSame("value", model, subject.get());
            }
        });
        operation("snapshot", 10, () -> kept.add(subject.snapshot(), new ArrayList<>(model)));
    }

    private static void edit(List<Integer> value, int element) {
        if (value.size() < LONGEST) {
            value.add(element);
        } else {
            value.subList(element & 127, value.size()).clear();
        }
    }

    private static List<Integer> edited(List<Integer> value, int element) {
        List<Integer> copy = new ArrayList<>(value);
        edit(copy, element);
        return copy;
    }

    @Override
    boolean isLive(List<Integer> snapshot) {
        return snapshot == subject.get();
    }

    @Override
    void checkContent() {
        Fault.unlessSame("value", model, subject.get());
    }

    @Override
    void checkKept(List<Integer> snapshot, List<Integer> expected) {
        Fault.unlessSame("kept value", expected, snapshot);
    }
}
