package dev.holstein.list.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long random scripts of all kinds of writes beside an {@link ArrayList}; every snapshot is kept and compared again at the end. */
class ListScriptTest {
    private static final int STEPS = 4000;

    private record Kept(PersistentList<Integer> frozen, List<Integer> expected) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void behavesAsArrayList(long seed) {
        Random random = new Random(seed);
        CowList<Integer> list = new CowList<>();
        List<Integer> expected = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            step(random, list, expected, step);
            ListProbe.check(list);
            if (random.nextInt(40) == 0) {
                kept.add(new Kept(list.snapshot(), List.copyOf(expected)));
            }
            if (random.nextInt(200) == 0) {
                list = list.snapshot().mutableCopy();
            }
            if (step % 50 == 0 || ListProbe.LEAF == 4) {
                assertThat(new ArrayList<>(list))
                        .as("seed %s step %s", seed, step)
                        .isEqualTo(expected);
                for (int i = 0; i < expected.size(); i += 7) {
                    assertThat(list.get(i)).isEqualTo(expected.get(i));
                }
            }
        }
        assertThat(list).isEqualTo(expected);
        PersistentList<Integer> last = list.snapshot();
        for (Kept each : kept) {
            ListProbe.check(each.frozen);
            assertThat(each.frozen).isEqualTo(each.expected);
            assertThat(each.frozen.patch(PersistentList.diff(each.frozen, last)))
                    .isEqualTo(last);
        }
    }

    private static void step(Random random, CowList<Integer> list, List<Integer> expected, int step) {
        int size = expected.size();
        int index = size == 0 ? 0 : random.nextInt(size);
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5, 6 -> {
                list.add(step);
                expected.add(step);
            }
            case 7, 8, 9, 10 -> {
                list.add(index, step);
                expected.add(index, step);
            }
            case 11, 12 -> {
                list.add(0, step);
                expected.add(0, step);
            }
            case 13, 14 -> {
                if (size > 0) {
                    assertThat(list.remove(index)).isEqualTo(expected.remove(index));
                }
            }
            case 15, 16 -> {
                if (size > 0) {
                    assertThat(list.set(index, step)).isEqualTo(expected.set(index, step));
                }
            }
            case 17 -> {
                List<Integer> more = new ArrayList<>();
                for (int i = random.nextInt(3 * ListProbe.LEAF); i > 0; i--) {
                    more.add(step * 1000 + i);
                }
                list.addAll(index, more);
                expected.addAll(index, more);
            }
            case 18 -> {
                int to = index + (size == index ? 0 : random.nextInt(Math.min(size - index, 3 * ListProbe.LEAF)));
                list.subList(index, to).clear();
                expected.subList(index, to).clear();
            }
            case 19 -> {
                if (size < 20000) {
                    PersistentList<Integer> half = list.snapshot().subList(index / 2, index);
                    ListProbe.check(half);
                    list.addAll(index, half);
                    expected.addAll(index, new ArrayList<>(expected.subList(index / 2, index)));
                }
            }
            case 20 -> {
                int rest = random.nextInt(50);
                assertThat(list.removeIf(each -> each % 50 == rest))
                        .isEqualTo(expected.removeIf(each -> each % 50 == rest));
            }
            case 21 -> {
                if (size > 8 * ListProbe.LEAF && random.nextInt(3) == 0) {
                    boolean left = random.nextBoolean();
                    list.subList(left ? 0 : index, left ? index : size).clear();
                    expected.subList(left ? 0 : index, left ? index : size).clear();
                }
            }
            case 22 -> {
                list.replaceAll(each -> each % 64 == 0 ? each + 1 : each);
                expected.replaceAll(each -> each % 64 == 0 ? each + 1 : each);
            }
            default -> {
                for (int i = random.nextInt(2 * ListProbe.LEAF); i > 0 && !expected.isEmpty(); i--) {
                    assertThat(list.removeLast()).isEqualTo(expected.remove(expected.size() - 1));
                }
            }
        }
    }
}
