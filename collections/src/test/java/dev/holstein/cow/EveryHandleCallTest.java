package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * User code in a write to several structures at once, and in every method of handles that runs some: it throws, writes or reads at every
 * call, and no member has changed.
 */
class EveryHandleCallTest {
    private static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A list, a value that is copied and one that is not, in one group; user code counts its calls. */
    private static final class Bank {
        private int length = Integer.MAX_VALUE;
        private Runnable action = () -> {};
        private boolean burnt;

        final ConcurrentList<Integer> list = new ConcurrentList<>(List.of(1, 2, 3));
        final AtomicCow<List<Integer>> value = AtomicCow.of(new ArrayList<>(List.of(1, 2, 3)), present -> {
            burn();
            return new ArrayList<>(present);
        });
        final AtomicCow<String> text = AtomicCow.of("text");
        final SnapshotGroup group = SnapshotGroup.of(list, value, text);

        void light(int calls, Runnable once) {
            length = calls;
            action = once;
            burnt = false;
        }

        void putOut() {
            length = Integer.MAX_VALUE;
        }

        void burn() {
            if (--length < 0 && !burnt) {
                burnt = true;
                action.run();
            }
        }

        void isAsItWas() {
            assertThat(list).containsExactly(1, 2, 3);
            assertThat(value.get()).containsExactly(1, 2, 3);
            assertThat(text.get()).isEqualTo("text");
            SnapshotGroup.Snapshots seen = group.snapshot();
            assertThat(seen.of(list)).containsExactly(1, 2, 3);
            assertThat(seen.of(value)).containsExactly(1, 2, 3);
        }
    }

    /** The writes, by the method that each calls. */
    private static final Map<String, BiConsumer<Bank, Integer>> WRITES = Map.of(
            "SnapshotGroup.update",
            (bank, n) -> bank.group.update(edit -> {
                bank.burn();
                edit.of(bank.list).add(n);
                edit.of(bank.value).add(n);
                bank.burn();
                edit.of(bank.list).removeIf(each -> {
                    bank.burn();
                    return each == 2;
                });
                bank.burn();
            }),
            "AtomicCow.update",
            (bank, n) -> bank.value.update(copy -> {
                copy.add(n);
                bank.burn();
            }),
            "AtomicCow.updateAndGet",
            (bank, n) -> bank.value.updateAndGet(present -> {
                bank.burn();
                return new ArrayList<>(List.of(n));
            }),
            "AtomicCow.getAndUpdate",
            (bank, n) -> bank.value.getAndUpdate(present -> {
                bank.burn();
                return new ArrayList<>(List.of(n));
            }),
            "ConcurrentList.update",
            (bank, n) -> bank.list.update(copy -> {
                copy.add(n);
                bank.burn();
                copy.replaceAll(each -> {
                    bank.burn();
                    return each + 1;
                });
            }));

    @Test
    void throwingAtEveryCallChangesNothing() {
        WRITES.forEach((name, write) -> {
            int calls = 0;
            boolean threw = true;
            while (threw) {
                Bank bank = new Bank();
                Boom boom = new Boom();
                bank.light(calls++, () -> {
                    throw boom;
                });
                try {
                    write.accept(bank, 4);
                    threw = false;
                    assertThat(bank.burnt).isFalse();
                } catch (Boom passed) {
                    assertThat(passed).isSameAs(boom);
                    bank.isAsItWas();
                }
                bank.putOut();
                write.accept(bank, 4); // nobody is locked out
            }
            assertThat(calls).as(name).isGreaterThan(1);
        });
    }

    @Test
    void writingAtEveryCallIsRefusedOrAnotherMatter() {
        List<BiConsumer<Bank, Integer>> inner = new ArrayList<>(WRITES.values());
        inner.add((bank, n) -> bank.list.add(n));
        inner.add((bank, n) -> bank.value.set(List.of(n)));
        inner.add((bank, n) -> bank.value.compareAndSet(bank.value.get(), List.of(n)));
        WRITES.forEach((name, write) -> inner.forEach(within -> {
            boolean called = true;
            for (int call = 0; called; call++) {
                Bank bank = new Bank();
                bank.light(call, () -> within.accept(bank, 9));
                try {
                    write.accept(bank, 4);
                    called = bank.burnt;
                } catch (IllegalStateException refused) {
                    assertThat(refused).hasMessageContaining("recursive update");
                    bank.isAsItWas();
                }
                bank.putOut();
                write.accept(bank, 5);
                assertThat(bank.group.snapshot().of(bank.list)).isEqualTo(bank.list.snapshot());
            }
        }));
    }

    @Test
    void readingAtEveryCallSeesWhatWasBefore() {
        WRITES.forEach((name, write) -> {
            boolean called = true;
            for (int call = 0; called; call++) {
                Bank bank = new Bank();
                List<PersistentList<Integer>> kept = new ArrayList<>();
                bank.light(call, () -> {
                    bank.isAsItWas();
                    kept.add(bank.list.snapshot());
                    kept.add(bank.group.snapshot().of(bank.list));
                });
                write.accept(bank, 4);
                called = bank.burnt;
                bank.list.replaceAll(each -> 0);
                kept.forEach(snapshot -> assertThat(snapshot).containsExactly(1, 2, 3));
            }
        });
    }

    @Test
    void whatAGroupHandsOutIsOfNoUseAfterwards() {
        Bank bank = new Bank();
        List<CowList<Integer>> leaked = new ArrayList<>();
        bank.group.update(edit -> {
            edit.of(bank.list).add(4);
            leaked.add(edit.of(bank.list));
        });
        PersistentList<Integer> published = bank.list.snapshot();
        leaked.get(0).replaceAll(each -> 0);
        leaked.get(0).add(9);
        assertThat(published).containsExactly(1, 2, 3, 4);
        assertThat(bank.list).containsExactly(1, 2, 3, 4);
    }

    /** A value that fails, or comes back to its handle, when it is compared. */
    @Test
    void valuesThatFailWhenTheyAreCompared() {
        List<Cow<Object>> handles = new ArrayList<>();
        boolean[] comesBack = new boolean[1];
        Object value = new Object() {
            @Override
            public boolean equals(Object other) {
                if (!comesBack[0]) {
                    throw new Boom();
                }
                return handles.get(0).share().get() == this && handles.get(0).refCount() == 2;
            }

            @Override
            public int hashCode() {
                throw new Boom();
            }

            @Override
            public String toString() {
                throw new Boom();
            }
        };
        handles.add(Cow.owned(value));
        Cow<Object> other = Cow.owned(new Object());
        assertThatExceptionOfType(Boom.class).isThrownBy(() -> handles.get(0).equals(other));
        assertThatExceptionOfType(Boom.class).isThrownBy(() -> handles.get(0).hashCode());
        assertThatExceptionOfType(Boom.class).isThrownBy(() -> handles.get(0).toString());
        assertThat(handles.get(0).refCount()).isOne();
        comesBack[0] = true;
        assertThat(handles.get(0).equals(other)).isTrue();
        assertThat(handles.get(0).get()).isSameAs(value);
    }

    @Test
    void elementsAndArgumentsThatFailInOtherPlaces() {
        Bank bank = new Bank();
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> SnapshotGroup.of(bank.list, (Updatable<?>) null));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> bank.group.update(null));
        assertThat(SharingReport.of(bank.list.snapshot(), bank.list.snapshot())).isNotNull();
        bank.isAsItWas();
    }

    /** Every method that takes an object is one of those that tests are known to run with user code that fails, or runs none. */
    @Test
    void noMethodIsForgotten() {
        Set<String> known = Set.of(
                "Cow.borrowed", // CowFaultTest
                "Cow.owned",
                "Cow.map",
                "Cow.mutate",
                "Cow.equals", // below
                "AtomicCow.of",
                "AtomicCow.update",
                "AtomicCow.updateAndGet",
                "AtomicCow.getAndUpdate",
                "AtomicCow.set", // by identity
                "AtomicCow.getAndSet",
                "AtomicCow.compareAndSet",
                "SnapshotGroup.of",
                "SnapshotGroup.update",
                "SharingReport.of", // by identity
                "SharingReport.heldAloneBy",
                "SharingReport.equals"); // a record's
        Set<String> present = Stream.of(Cow.class, AtomicCow.class, SnapshotGroup.class, SharingReport.class)
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> method.getDeclaringClass() == type
                                && Modifier.isPublic(method.getModifiers())
                                && Arrays.stream(method.getParameterTypes()).anyMatch(p -> !p.isPrimitive()))
                        .map(method -> type.getSimpleName() + "." + method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).containsAll(present);
    }
}
