package dev.holstein.list.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.fault.Specimen;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A list, and a view of it that operations are called on.
 *
 * @param <S> the type of what operations are called on
 */
final class ListSpecimen<S> implements Specimen<S> {
    /** The faces, and the ways to have come by the nodes of one. */
    enum Face {
        /** A list in one thread, all of whose nodes are its own. */
        OWN,
        /** One that shares all its nodes. */
        SHARED,
        /** One whose middle was edited: it counts its elements to find one. */
        RELAXED,
        CONCURRENT,
        PERSISTENT
    }

    /** What operations are called on. */
    enum View {
        WHOLE,
        PART,
        REVERSED
    }

    private final List<Object> whole;
    private final S subject;
    private final ItemArguments arguments;

    private ListSpecimen(List<Object> whole, S subject, ItemArguments arguments) {
        this.whole = whole;
        this.subject = subject;
        this.arguments = arguments;
    }

    /** Makes specimens, one like the other. */
    static Supplier<Specimen<List<Object>>> of(Face face, View view, int size, ItemArguments arguments) {
        PersistentList<Object> all = PersistentList.copyOf(arguments.items(0, size));
        return () -> {
            List<Object> whole = whole(face, all);
            return new ListSpecimen<>(whole, seen(whole, view), arguments);
        };
    }

    /** Makes specimens of an immutable list, which all are the same. */
    static Supplier<Specimen<PersistentList<Object>>> versions(int size, ItemArguments arguments) {
        PersistentList<Object> all = PersistentList.copyOf(arguments.items(0, size));
        return () -> new ListSpecimen<>(all, all, arguments);
    }

    private static List<Object> whole(Face face, PersistentList<Object> all) {
        return switch (face) {
            case OWN -> {
                CowList<Object> own = new CowList<>();
                all.forEach(own::add);
                yield own;
            }
            case SHARED -> all.mutableCopy();
            case RELAXED -> {
                CowList<Object> relaxed = all.mutableCopy();
                relaxed.add(all.size() / 2, relaxed.remove(all.size() / 2));
                yield relaxed;
            }
            case CONCURRENT -> new ConcurrentList<>(all);
            case PERSISTENT -> all;
        };
    }

    private static List<Object> seen(List<Object> whole, View view) {
        return switch (view) {
            case WHOLE -> whole;
            case PART -> whole.subList(1, whole.size() - 1);
            case REVERSED ->
                whole instanceof CowList<Object> cow
                        ? cow.reversed()
                        : whole instanceof ConcurrentList<Object> concurrent
                                ? concurrent.reversed()
                                : ((PersistentList<Object>) whole).reversed();
        };
    }

    @Override
    public S subject() {
        return subject;
    }

    @Override
    public boolean isRange() {
        return subject != whole;
    }

    @Override
    public void check() {
        ListProbe.check(whole);
    }

    @Override
    public List<Object> contents() {
        return contents(whole);
    }

    private static List<Object> contents(List<Object> list) {
        List<Object> contents = new ArrayList<>(list.size());
        list.forEach(contents::add);
        assertThat(contents.size()).isEqualTo(list.size());
        return contents;
    }

    @Override
    public Supplier<List<Object>> freeze() {
        PersistentList<Object> snapshot = whole instanceof CowList<Object> cow
                ? cow.snapshot()
                : whole instanceof ConcurrentList<Object> concurrent
                        ? concurrent.snapshot()
                        : (PersistentList<Object>) whole;
        return () -> {
            ListProbe.check(snapshot);
            return contents(snapshot);
        };
    }

    @Override
    public Iterator<Object> iterator() {
        return whole.iterator();
    }

    @Override
    public List<Runnable> writes() {
        if (whole instanceof PersistentList<?>) {
            return List.of();
        }
        return List.of(
                () -> whole.add(arguments.item(-1)),
                () -> whole.add(0, arguments.item(-2)),
                () -> whole.set(whole.size() / 2, arguments.item(-3)),
                () -> whole.remove(whole.size() / 2),
                () -> whole.removeIf(each -> ItemArguments.number(each) % 3 == 1),
                () -> whole.subList(0, whole.size() / 2).clear(),
                whole::clear);
    }

    @Override
    public void use() {
        Object item = arguments.item(-99);
        if (whole instanceof PersistentList<Object> version) {
            assertThat(version.plus(item).get(version.size())).isSameAs(item);
            return;
        }
        assertThat(whole.add(item)).isTrue();
        assertThat(whole.get(whole.size() - 1)).isSameAs(item);
        assertThat(whole.remove(whole.size() - 1)).isSameAs(item);
    }
}
