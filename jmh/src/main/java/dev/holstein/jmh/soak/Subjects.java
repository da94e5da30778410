package dev.holstein.jmh.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All that is soaked.
 *
 * @param mixed each type by itself
 * @param together types at which several threads are at work
 * @param large collections with very many entries
 * @param histories collections of which very many snapshots are kept
 */
record Subjects(
        List<Function<Setting, Steps<?, ?>>> mixed,
        List<Function<Setting, Together>> together,
        List<Supplier<Large>> large,
        List<Supplier<History<?, ?>>> histories) {

    /** Everything that the library has. */
    static Subjects all() {
        List<Function<Setting, Steps<?, ?>>> mixed = new ArrayList<>();
        mixed.add(PersistentMapSteps::new);
        mixed.add(setting -> new MapSteps(MapSubject.cow(), setting));
        mixed.add(setting -> new MapSteps(MapSubject.concurrent(), setting));
        mixed.add(PersistentSetSteps::new);
        mixed.add(setting -> new SetSteps(SetSubject.cow(), setting));
        mixed.add(setting -> new SetSteps(SetSubject.concurrent(), setting));
        mixed.add(PersistentListSteps::new);
        mixed.add(setting -> new ListSteps(ListSubject.cow(), setting));
        mixed.add(setting -> new ListSteps(ListSubject.concurrent(), setting));
        for (ArrayHandle.Kind kind : ArrayHandle.Kind.values()) {
            mixed.add(setting -> new ArraySteps(kind, false, setting));
            if (kind.isPrimitive()) {
                mixed.add(setting -> new ArraySteps(kind, true, setting));
            }
        }
        mixed.add(CowSteps::new);
        mixed.add(AtomicCowSteps::new);
        List<Function<Setting, Together>> together = List.of(
                setting -> new MapTogether(new SharedMap(), setting),
                SetTogether::new,
                ListTogether::new,
                GroupTogether::new,
                setting -> new HandlesTogether(false, setting),
                setting -> new HandlesTogether(true, setting));
        return new Subjects(
                mixed,
                together,
                List.of(Large::cowMap, Large::concurrentMap, Large::cowList),
                List.of(MapHistory::new, ListHistory::cow, ListHistory::concurrent));
    }
}
