package dev.holstein.jmh.soak;

import dev.holstein.cow.Cow;
import java.util.ArrayList;
import java.util.List;

/** Handles on values: who shares with whom is told by the model, so that each copy that is made, or not made, can be foretold. */
final class CowSteps extends Steps<Cow<List<Integer>>, List<Integer>> {
    private static final int MOST_HANDLES = 12;
    private static final int LONGEST = 200;

    private final List<Twin> open = new ArrayList<>();
    private long copies;

    /** What the handles of one value have in common. */
    private static final class Value {
        final List<Integer> content;
        boolean borrowed;
        int handles = 1;

        Value(List<Integer> content, boolean borrowed) {
            this.content = content;
            this.borrowed = borrowed;
        }
    }

    private static final class Twin {
        final Cow<List<Integer>> handle;
        Value value;

        Twin(Cow<List<Integer>> handle, Value value) {
            this.handle = handle;
            this.value = value;
        }
    }

    CowSteps(Setting setting) {
        super("Cow", setting);
        operation("get", 20, () -> {
            Twin twin = any();
            Fault.unlessSame("value", twin.value.content, twin.handle.get());
        });
        operation("toMut", 20, () -> {
            Twin twin = any();
            int element = random.nextInt();
            expectCopies(alone(twin), () -> edit(twin.handle.toMut(), element));
            edit(twin.value.content, element);
        });
        operation("mutate", 20, () -> {
            Twin twin = any();
            int element = random.nextInt();
            expectCopies(alone(twin), () -> twin.handle.mutate(value -> edit(value, element)));
            edit(twin.value.content, element);
        });
        operation("share", 15, () -> {
            Twin twin = any();
            if (open.size() < MOST_HANDLES) {
                open.add(new Twin(twin.handle.share(), twin.value));
                twin.value.handles++;
            }
        });
        operation("share to keep", 5, () -> {
            Twin twin = any();
            // a handle of its own, so that what is kept has nothing to do with the counts
            kept.add(
                    Cow.borrowed(twin.handle.get(), ArrayList::new).map(ArrayList::new),
                    new ArrayList<>(twin.value.content));
        });
        operation("map", 5, () -> {
            Twin twin = any();
            Fault.unless(twin.handle.map(value -> value) == twin.handle, "a map without effect that made a handle");
            if (open.size() < MOST_HANDLES) {
                Cow<List<Integer>> next = twin.handle.map(ArrayList::new);
                open.add(new Twin(next, new Value(new ArrayList<>(twin.value.content), false)));
            }
        });
        operation("close", 10, () -> {
            Twin twin = any();
            open.remove(twin);
            twin.handle.close();
            twin.handle.close();
            twin.value.handles--;
        });
        operation("intoOwned", 5, () -> {
            Twin twin = any();
            open.remove(twin);
            int expected = alone(twin);
            List<Integer> content = new ArrayList<>(twin.value.content);
            expectCopies(expected, () -> Fault.unlessSame("value", content, twin.handle.intoOwned()));
            twin.value.handles--;
        });
        operation("accounts", 20, () -> {
            Twin twin = any();
            Fault.unlessSame("refCount", twin.value.handles, twin.handle.refCount());
            Fault.unlessSame("isBorrowed", twin.value.borrowed, twin.handle.isBorrowed());
            Fault.unlessSame("isOwned", !twin.value.borrowed, twin.handle.isOwned());
        });
    }

    private Twin any() {
        if (open.isEmpty()) {
            List<Integer> content = new ArrayList<>();
            boolean borrowed = random.nextBoolean();
            Cow<List<Integer>> handle =
                    borrowed ? Cow.borrowed(new ArrayList<>(), this::copy) : Cow.owned(new ArrayList<>(), this::copy);
            open.add(new Twin(handle, new Value(content, borrowed)));
        }
        return open.get(random.nextInt(open.size()));
    }

    private List<Integer> copy(List<Integer> value) {
        copies++;
        return new ArrayList<>(value);
    }

    private static void edit(List<Integer> value, int element) {
        if (value.size() < LONGEST) {
            value.add(element);
        } else {
            value.subList(element & 127, value.size()).clear();
        }
    }

    /** Lets the model of a handle be alone before it is written; answers how many copies that takes. */
    private static int alone(Twin twin) {
        Value before = twin.value;
        if (before.handles == 1 && !before.borrowed) {
            return 0;
        }
        before.handles--;
        twin.value = new Value(new ArrayList<>(before.content), false);
        return 1;
    }

    private void expectCopies(int expected, Runnable write) {
        long before = copies;
        write.run();
        Fault.unlessSame("copies made", expected, copies - before);
    }

    @Override
    void checkContent() {
        open.forEach(twin -> Fault.unlessSame("value", twin.value.content, twin.handle.get()));
    }

    @Override
    void checkKept(Cow<List<Integer>> snapshot, List<Integer> expected) {
        Fault.unlessSame("kept value", expected, snapshot.get());
    }

    @Override
    void end(Cow<List<Integer>> snapshot) {
        snapshot.close();
    }

    @Override
    void closeLive() {
        open.forEach(twin -> twin.handle.close());
        open.clear();
    }
}
